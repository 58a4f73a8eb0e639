//! A security key in software: enough of WebAuthn (level 3) and CTAP's encodings to sign what a portal asks.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use my_account_server::secret::fingerprint;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};

/// The origin of a portal that was told no other.
pub const ORIGIN: &str = "http://localhost:8080";

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const HAS_CREDENTIAL: u8 = 0x40;

/// A key with one credential, and what a test lets it do wrong.
pub struct Authenticator {
    pub id: Vec<u8>,
    pub origin: &'static str,
    pub site: &'static str,
    pub verifies_user: bool,
    pub counter: u32,
    pair: EcdsaKeyPair,
}

impl Authenticator {
    pub fn new(id: &str) -> Self {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &random).unwrap();
        let id = fingerprint(id).to_vec();
        Self { id, origin: ORIGIN, site: "localhost", verifies_user: true, counter: 1, pair }
    }

    /// `navigator.credentials.create` with these options; JSON text.
    pub fn create(&self, options: &str) -> String {
        let client = self.client_data("webauthn.create", options);
        let mut data = self.data(HAS_CREDENTIAL);
        data.extend([0; 16]); // a model that does not say which
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(&self.id);
        // The public key as COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}.
        let point = &self.pair.public_key().as_ref()[1..];
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&point[..32]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&point[32..]);
        // {"fmt": "none", "attStmt": {}, "authData": data} in CBOR.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(&data);
        self.credential(
            json!({ "attestationObject": text(&object), "clientDataJSON": text(&client), "transports": ["usb"] }),
        )
    }

    /// `navigator.credentials.get` with these options; JSON text.
    pub fn get(&mut self, options: &str) -> String {
        if self.counter > 0 {
            self.counter += 1;
        }
        let client = self.client_data("webauthn.get", options);
        let data = self.data(0);
        let signed = [data.as_slice(), &fingerprint(&client)].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).unwrap();
        self.credential(json!({
            "authenticatorData": text(&data), "clientDataJSON": text(&client), "signature": text(signature.as_ref()),
            "userHandle": null,
        }))
    }

    fn client_data(&self, kind: &str, options: &str) -> Vec<u8> {
        let options: Value = serde_json::from_str(options).unwrap();
        let challenge = options["publicKey"]["challenge"].as_str().unwrap();
        let data = json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let verified = if self.verifies_user { USER_VERIFIED } else { 0 };
        let mut data = fingerprint(self.site).to_vec();
        data.push(USER_PRESENT | verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// As the browser's `PublicKeyCredential.toJSON()` writes it.
    fn credential(&self, response: Value) -> String {
        json!({
            "id": text(&self.id), "rawId": text(&self.id), "type": "public-key", "response": response,
            "authenticatorAttachment": "cross-platform", "clientExtensionResults": {},
        })
        .to_string()
    }
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
