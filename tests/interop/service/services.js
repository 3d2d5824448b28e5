// The operations of the service.
const cds = require('@sap/cds')

module.exports = class Observatory extends cds.ApplicationService {
  init() {
    const { Telescopes, Observations, Readings } = this.entities
    const key = req => req.params.at(-1).ID
    const read = ID => SELECT.one.from(Telescopes).where({ ID })

    // The SQLite driver reports duplicate keys as internal errors.
    this.before('CREATE', Telescopes, async req => {
      if (await read(req.data.ID)) req.reject({ status: 409, code: 'DUPLICATE_KEY', message: 'the telescope exists', target: 'ID' })
    })
    // Each change results in a new ETag.
    this.before(['CREATE', 'UPDATE'], Telescopes, req => { req.data.revision = cds.utils.uuid() })
    this.on('point', Telescopes, async req => {
      const { to } = req.data
      if (to.declination < -90 || to.declination > 90) {
        return req.reject({ status: 409, code: 'BELOW_HORIZON', message: 'the telescope cannot point there', target: 'to/declination' })
      }
      await UPDATE(Telescopes, key(req)).with({ position_rightAscension: to.rightAscension, position_declination: to.declination })
      return read(key(req))
    })
    this.on('park', Telescopes, () => {})
    this.on('hours', Telescopes, async req => ((await read(key(req))).aperture * req.data.days).toFixed(2))
    this.on('largest', Telescopes, () => SELECT.one.from(Telescopes).orderBy('aperture desc'))
    this.on('start', Observations, async req => {
      await UPDATE(Observations, key(req)).with({ state: 'running' })
      return SELECT.one.from(Observations).where({ ID: key(req) })
    })

    this.on('separation', req => Math.abs(req.data.a - req.data.b))
    this.on('coldest', req => SELECT.from(Readings).orderBy('temperature').limit(req.data.limit))
    this.on('scale', req => req.data.values.map(value => value * req.data.factor))
    this.on('calibrate', req => ({ position: req.data.position, pulses: req.data.pulses }))
    this.on('shutDown', req => {
      req.error({ status: 400, code: 'NO_REASON', message: 'a reason is required', target: 'reason' })
      req.error({ status: 403, code: 'NO_PERMISSION', message: 'only the director may do this' })
    })
    return super.init()
  }
}
