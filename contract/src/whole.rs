//! Whole numbers as JSON has them: `44.0` is one too (JSON Schema, *integer*).

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, Unexpected, Visitor},
};

/// A whole number of no more than 32 bits, however it is written.
#[derive(Deserialize)]
#[serde(transparent)]
struct Whole(#[serde(deserialize_with = "one")] u32);

/// One of them.
pub(crate) fn one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    struct Number;
    impl Visitor<'_> for Number {
        type Value = u32;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("a whole number from 0 on")
        }

        fn visit_u64<E: Error>(self, value: u64) -> Result<u32, E> {
            u32::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
        }

        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole and fits")]
        fn visit_f64<E: Error>(self, value: f64) -> Result<u32, E> {
            match value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value) {
                true => Ok(value as u32),
                false => Err(E::invalid_value(Unexpected::Float(value), &self)),
            }
        }
    }
    deserializer.deserialize_any(Number)
}

/// A list of them.
pub(crate) fn all<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    Ok(Vec::<Whole>::deserialize(deserializer)?.into_iter().map(|it| it.0).collect())
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Numbers {
        #[serde(deserialize_with = "super::one")]
        one: u32,
        #[serde(default, deserialize_with = "super::all")]
        all: Vec<u32>,
    }

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        let read = |text: &str| serde_json::from_str::<Numbers>(text);
        let numbers = read(r#"{ "one": 44.0, "all": [7, 230.0, 4e2, 4294967295] }"#).unwrap();
        assert_eq!(numbers, Numbers { one: 44, all: vec![7, 230, 400, u32::MAX] });
        assert_eq!(read(r#"{ "one": 0 }"#).unwrap().all, [0; 0]);
        for wrong in [
            r#"{ "one": 1.5 }"#,
            r#"{ "one": -1 }"#,
            r#"{ "one": 4294967296 }"#,
            r#"{ "one": "1" }"#,
            r#"{ "one": 1, "all": [1e99] }"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
