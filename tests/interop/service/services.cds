using { site } from './schema';

@path: '/odata/v4/observatory'
service Observatory {
  entity Telescopes as projection on site.Telescopes actions {
    action   point(to : site.Position) returns Telescopes;
    action   park();
    function hours(days : Integer) returns Decimal(9,2);
    function largest(in : many $self) returns Telescopes;
  };
  @odata.draft.enabled
  entity Observations as projection on site.Observations actions {
    action start() returns Observations;
  };
  entity Exposures as projection on site.Exposures;
  entity Images as projection on site.Images;
  @cds.query.limit: { default: 10, max: 10 }
  entity Readings as projection on site.Readings;

  function separation(a : Double, b : Double) returns Double;
  function coldest(limit : Integer) returns array of Readings;
  action   scale(values : array of Integer, factor : Integer) returns array of Integer;
  action   calibrate(position : site.Position, pulses : Integer64) returns { position : site.Position; pulses : Integer64; };
  action   shutDown(reason : String);
}
