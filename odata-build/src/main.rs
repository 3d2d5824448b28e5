//! The command.

fn main(){}
