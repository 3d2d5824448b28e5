//! Serialization of structs as JSON objects. Control information such as `@odata.type` is written first. After the
//! control information, the declared properties are written, beginning with the properties of the root type. The
//! dynamic properties in the struct's `Extra` are written last.

use core::marker::PhantomData;

use serde::ser::{Error, Serialize, SerializeMap, Serializer};

use super::Structured;
use crate::control;
use crate::extra::{self, Extra};
use crate::json::plain;
use crate::metadata::StructuredType;
use crate::raw_json;
use crate::value::{AsSerialize, ODataValue};

/// Serializes a struct that is an entity type or a complex type.
///
/// # Errors
///
/// Returns an error if the serializer fails.
pub fn write_structured<T: Structured, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    write_object(T::METADATA, &PropertiesOf(value), serializer)
}

/// A struct whose declared properties can be written. [`write_object`] writes every struct through the trait object
/// `dyn Properties`, so rustc doesn't compile [`write_object`] again for each struct.
trait Properties<M: SerializeMap> {
    fn write<'w>(&'w self, writer: &mut PropertyWriter<'w, M>);
}

struct PropertiesOf<'v, T>(&'v T);

impl<T: Structured, M: SerializeMap> Properties<M> for PropertiesOf<'_, T> {
    fn write<'w>(&'w self, writer: &mut PropertyWriter<'w, M>) {
        self.0.write_properties(writer);
    }
}

/// Serializes a struct as a JSON object. `write_object` is compiled once for each serializer type, not once for each
/// struct.
fn write_object<S: Serializer>(
    metadata: &'static StructuredType,
    properties: &dyn Properties<S::SerializeMap>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut writer =
        PropertyWriter { map: &mut map, metadata, extra: None, annotations: None, written: Ok(()) };
    if !metadata.preserves_undeclared() {
        writer.written = write_type_annotation(writer.map, metadata);
    }
    properties.write(&mut writer);
    writer.finish()?;
    map.end()
}

/// Returns an error if `name`, a member of the struct's `Extra`, is also the name of a declared property. Without this
/// check, a JSON object could contain two members with the name `displayName`, and readers would reject the object.
fn reject_declared<E: Error>(name: &str, metadata: &'static StructuredType) -> Result<(), E> {
    if metadata.slot_of(name).is_some() {
        let owner = metadata.qualified_name();
        return Err(E::custom(format_args!(
            "`{name}` is a declared property of `{owner}`: set its field and remove it from the `Extra`"
        )));
    }
    Ok(())
}

fn write_type_annotation<M: SerializeMap>(map: &mut M, metadata: &StructuredType) -> Result<(), M::Error> {
    if metadata.writes_type_annotation() {
        map.serialize_entry(control::TYPE, metadata.type_annotation())
    } else {
        Ok(())
    }
}

/// Writes `@odata.context`, `@odata.type` and the other members of an `Extra` whose names start with `@`.
fn write_leading<M: SerializeMap>(
    map: &mut M,
    metadata: &StructuredType,
    extra: &Extra,
) -> Result<(), M::Error> {
    let mut leading = extra::leading(extra).peekable();
    if let Some((name, context)) = leading.next_if(|(name, _)| *name == control::CONTEXT) {
        map.serialize_entry(name, context)?;
    }
    match extra.get(control::TYPE) {
        Some(name) => map.serialize_entry(control::TYPE, name)?,
        None => write_type_annotation(map, metadata)?,
    }
    leading.try_for_each(|(name, value)| map.serialize_entry(name, value))
}

/// Returns the members of an `Extra` as the text of a JSON object, if `M` writes JSON and would write exactly this text
/// after the declared properties. Copying the text is faster than parsing it.
#[inline]
fn unchanged_text<M>(extra: &Extra) -> Option<&str> {
    if raw_json::is_compact::<M>() { extra.canonical_text() } else { None }
}

/// JSON text that is written unchanged.
struct Unchanged<'t>(&'t str);

impl Serialize for Unchanged<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        raw_json::write_valid(self.0, serializer)
    }
}

/// A writer of the declared properties of a struct. The annotations of a property, such as `status@odata.type`, are
/// written before the property.
///
/// The writer stores the first error and ignores all further calls, so generated code doesn't check for an error after
/// each property.
pub struct PropertyWriter<'w, M: SerializeMap> {
    map: &'w mut M,
    metadata: &'static StructuredType,
    /// The struct's `Extra`, or `None` if the struct has no `Extra` or the `Extra` is empty.
    extra: Option<&'w Extra>,
    /// The struct's `Extra`, or `None` if the `Extra` contains no annotation of a property, such as
    /// `status@odata.type`.
    annotations: Option<&'w Extra>,
    written: Result<(), M::Error>,
}

impl<'w, M: SerializeMap> PropertyWriter<'w, M> {
    /// Writes the members of an `Extra` that are written before the properties, such as `@odata.context`. A struct with
    /// an `#[odata(extra)]` field must call `PropertyWriter::extra` before it writes its first property.
    #[inline(never)]
    pub fn extra(&mut self, extra: &'w Extra) {
        if extra.is_empty() {
            self.written = write_type_annotation(self.map, self.metadata);
            return;
        }
        self.extra = Some(extra);
        if unchanged_text::<M>(extra).is_some() {
            self.written = write_type_annotation(self.map, self.metadata);
            return;
        }
        self.written = write_leading(self.map, self.metadata, extra);
        self.annotations = self.extra.filter(|extra| extra::has_property_annotations(extra));
    }

    /// Writes the members of the `Extra` that are written after the declared properties: dynamic properties and their
    /// annotations.
    fn finish(self) -> Result<(), M::Error> {
        self.written?;
        let Some(extra) = self.extra else { return Ok(()) };
        if let Some(text) = unchanged_text::<M>(extra) {
            return plain::members(text).try_for_each(|(name, value)| {
                reject_declared(name, self.metadata)?;
                self.map.serialize_entry(name, &Unchanged(value))
            });
        }
        extra::trailing(extra, self.metadata).into_iter().try_for_each(|(name, value)| {
            reject_declared(name, self.metadata)?;
            self.map.serialize_entry(name, value)
        })
    }

    /// Writes the name and the value of a property, unless [`ODataValue::is_absent`] returns `true` for the value.
    #[inline(never)]
    pub fn property<T: ODataValue>(&mut self, name: &'static str, value: &T) {
        if self.annotations.is_some() {
            self.annotations_of(name);
        }
        if !value.is_absent() {
            self.entry(name, &AsSerialize(value));
        }
    }

    /// Writes a property with `#[odata(with = "module")]` by calling `module::serialize`.
    pub fn property_with<W: SerializeWith<T>, T>(&mut self, name: &'static str, value: &T) {
        self.annotations_of(name);
        self.entry(name, &AsSerializeWith::<W, T>(value, PhantomData));
    }

    fn entry(&mut self, name: &str, value: &impl Serialize) {
        if self.write_key(name) {
            self.written = self.map.serialize_value(value);
        }
    }

    /// Writes the name of a property, and returns `true` if the caller must write the property's value next. Returns
    /// `false` if the serializer has returned an error. `write_key` is compiled once for each serializer type, not once
    /// for each property type.
    #[inline(never)]
    fn write_key(&mut self, name: &str) -> bool {
        if self.written.is_ok() {
            self.written = self.map.serialize_key(name);
        }
        self.written.is_ok()
    }

    #[cold]
    fn annotations_of(&mut self, name: &'static str) {
        for (name, value) in self.annotations.into_iter().flat_map(|all| extra::annotations_of(all, name)) {
            self.entry(name, value);
        }
    }
}

/// Serializes the value of a field with `#[odata(with = "module")]`. The derive macros generate an implementation of
/// `SerializeWith` for each field with a `with` module.
pub trait SerializeWith<T> {
    /// Serializes the value of a field with `#[odata(with = "module")]` by calling `module::serialize`.
    ///
    /// # Errors
    ///
    /// Returns an error if the user's function `module::serialize` returns an error.
    fn serialize<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

struct AsSerializeWith<'v, W, T>(&'v T, PhantomData<fn() -> W>);

impl<W: SerializeWith<T>, T> Serialize for AsSerializeWith<'_, W, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        W::serialize(self.0, serializer)
    }
}
