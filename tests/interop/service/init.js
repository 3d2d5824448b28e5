// The data at the start. CAP runs this file when it creates the database.
const cds = require('@sap/cds')

module.exports = async () => {
  const { Telescopes, Images, Readings } = cds.entities('site')
  const revision = () => cds.utils.uuid()
  await INSERT.into(Telescopes).entries([
    { ID: 1, name: 'North', aperture: '2.125', filters: ['B', "V'"], installed: '1999-12-31', pulses: '9007199254740993', position_rightAscension: 12.5, position_declination: -4.25, revision: revision() },
    { ID: 2, name: 'South', aperture: '8.2', filters: [], installed: '2004-02-29', pulses: '0', revision: revision() },
  ])
  await INSERT.into(Images).entries([{ ID: 1, caption: 'Moon' }])
  await INSERT.into(Readings).entries(Array.from({ length: 35 }, (_, number) => ({
    number, takenAt: `2024-03-01T00:${String(number).padStart(2, '0')}:00.125Z`, temperature: (number * 8) % 35 - 10.5,
  })))
}
