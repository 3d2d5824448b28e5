//! x

fn main(){ let t=std::time::Instant::now(); let d=odata_build::Document::read_file(std::env::args().nth(1).unwrap()).unwrap(); println!("{:?} {} {} {}", t.elapsed(), d.schemas.len(), d.structured_types().count(), d.enumeration_types().count());
 println!("{:?}", d.structured_type("microsoft.graph.security.caseOperation"));println!("{:?}", d.structured_type("microsoft.graph.alertDetection").unwrap().remarks); }
