// Serves the observatory on a free port of the loopback interface, and writes the port to the standard output.
// The server stops when its standard input is closed.
const cds = require('@sap/cds')

cds.on('bootstrap', app => {
  const listen = app.listen.bind(app)
  app.listen = (port, ...rest) => listen(port, '127.0.0.1', ...rest)
})
cds.on('listening', ({ server }) => console.log(`listening on port ${server.address().port}`))
process.stdin.on('end', () => process.exit()).resume()
module.exports = cds.server
