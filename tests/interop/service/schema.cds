// An observatory: telescopes, observations with their exposures, images and readings of a sensor.
using { cuid } from '@sap/cds/common';

namespace site;

type Position { rightAscension : Double; declination : Double; }
type State : String enum { planned; running; finished; }

entity Telescopes {
  key ID       : Integer;
  name         : String(60) @mandatory;
  aperture     : Decimal(6,3) @assert.range: [0, 40];
  position     : Position;
  filters      : array of String(10);
  installed    : Date;
  pulses       : Integer64;
  revision     : UUID @odata.etag @Core.Computed;
  observations : Association to many Observations on observations.telescope = $self;
}

entity Observations : cuid {
  title     : String(80) @mandatory;
  startsAt  : DateTime;
  state     : State default 'planned' @assert.range;
  telescope : Association to Telescopes;
  exposures : Composition of many Exposures on exposures.observation = $self;
}

entity Exposures : cuid {
  observation : Association to Observations;
  filter      : String(10);
  seconds     : Integer @assert.range: [1, 3600];
}

entity Images {
  key ID    : Integer;
  caption   : String(80);
  content   : LargeBinary @Core.MediaType: mediaType;
  mediaType : String(100) @Core.IsMediaType;
}

entity Readings {
  key number  : Integer;
  takenAt     : Timestamp;
  temperature : Double;
}
