//! Answers, read by the browser's own `JSON.parse` and taken over field by field.
//!
//! A deserializer of its own instead of serde_json's: the parser is in the browser already, and an error that is nothing
//! but the fact leaves no messages to compile for every field of every type.

use js_sys::{Array, JSON, Reflect};
use serde::{
    Deserializer,
    de::{DeserializeOwned, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor, value::StrDeserializer},
    forward_to_deserialize_any,
};
use wasm_bindgen::{JsCast, JsValue};

/// It is not what the contract says.
#[derive(Debug)]
pub struct Malformed;

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("malformed")
    }
}
impl std::error::Error for Malformed {}
impl serde::de::Error for Malformed {
    fn custom<T: std::fmt::Display>(_message: T) -> Self {
        Self
    }
    fn invalid_type(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }
    fn invalid_value(_: serde::de::Unexpected<'_>, _: &dyn serde::de::Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// Reads a document.
pub fn read<T: DeserializeOwned>(document: &str) -> Result<T, Malformed> {
    T::deserialize(Json(JSON::parse(document).map_err(|_| Malformed)?))
}

/// The text of one field; nothing where the document is no object or has none. For who needs that alone: a type would weigh
/// on every page.
pub fn text(document: &str, field: &str) -> Option<String> {
    Reflect::get(&JSON::parse(document).ok()?, &JsValue::from_str(field)).ok()?.as_string()
}

/// One value of a document.
struct Json(JsValue);

impl<'de> Deserializer<'de> for Json {
    type Error = Malformed;

    /// By what it is: strings, booleans, whole numbers, lists.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if let Some(text) = self.0.as_string() {
            visitor.visit_string(text)
        } else if let Some(truth) = self.0.as_bool() {
            visitor.visit_bool(truth)
        } else if let Some(number) = self.0.as_f64() {
            if number.fract() == 0.0 { visitor.visit_i64(number as i64) } else { visitor.visit_f64(number) }
        } else if let Some(items) = self.0.dyn_ref::<Array>() {
            visitor.visit_seq(Items { items: items.clone(), next: 0 })
        } else {
            Err(Malformed)
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Malformed> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        visitor.visit_newtype_struct(self)
    }

    /// The fields that the contract names; others are tolerated (`design.md` 4).
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        if !self.0.is_object() {
            return Err(Malformed);
        }
        visitor.visit_map(Fields { object: self.0, names: fields, value: JsValue::UNDEFINED })
    }

    /// A word; enums with content are not in the contract.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Malformed> {
        let word = self.0.as_string().ok_or(Malformed)?;
        let word: StrDeserializer<'_, Malformed> = word.as_str().into_deserializer();
        visitor.visit_enum(word)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

struct Items {
    items: Array,
    next: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Malformed;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Malformed> {
        if self.next == self.items.length() {
            return Ok(None);
        }
        let item = self.items.get(self.next);
        self.next += 1;
        seed.deserialize(Json(item)).map(Some)
    }
}

struct Fields {
    object: JsValue,
    names: &'static [&'static str],
    value: JsValue,
}

impl Fields {
    /// The next field that is there.
    fn advance(&mut self) -> Option<&'static str> {
        while let Some((name, rest)) = self.names.split_first() {
            self.names = rest;
            // Fails only for what is no object.
            self.value = Reflect::get(&self.object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED);
            if !self.value.is_undefined() {
                return Some(name);
            }
        }
        None
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Malformed;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Malformed> {
        let Some(name) = self.advance() else { return Ok(None) };
        let name: StrDeserializer<'_, Malformed> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Malformed> {
        seed.deserialize(Json(std::mem::replace(&mut self.value, JsValue::UNDEFINED)))
    }
}
