//! Photos that people upload (features 2.3): read, checked, and drawn anew, so that nothing of the file is kept but what
//! can be seen. A file that is more than its picture, or that would fill the memory, is refused.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
    codecs::jpeg::JpegEncoder, imageops::FilterType,
};
use tokio::sync::Semaphore;

/// Width and height of what is kept, pixels.
pub const SIDE: u32 = 256;

/// The most pixels of a file: cameras of phones have fewer; what a small file says to have beyond that is a bomb.
const MAX_PIXELS: u64 = 50_000_000;

/// The most bytes that reading it may take.
const MAX_MEMORY: u64 = 256 * 1024 * 1024;

/// How good what is kept looks, of 100.
const QUALITY: u8 = 85;

/// One at a time: each may need [`MAX_MEMORY`].
static TURN: Semaphore = Semaphore::const_new(1);

/// Why a file is no photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// No JPEG, PNG or WebP, or a broken one.
    #[error("the file is no picture that can be read")]
    Unreadable,
    /// Too large when unpacked.
    #[error("the picture has too many pixels")]
    TooManyPixels,
    /// Something else is behind the picture: the file is something else as well.
    #[error("the file holds more than a picture")]
    MoreThanAPicture,
    /// The server could not work.
    #[error("the picture could not be worked on")]
    Failed,
}

/// Like [`drawn_anew`], without holding up anybody else.
///
/// # Errors
/// As there.
pub async fn prepare(file: Vec<u8>) -> Result<Vec<u8>, PhotoError> {
    let _turn = TURN.acquire().await.map_err(|_| PhotoError::Failed)?;
    tokio::task::spawn_blocking(move || drawn_anew(&file)).await.map_err(|_| PhotoError::Failed)?
}

/// The middle of the picture as a square JPEG of [`SIDE`] pixels, upright, on white where it is transparent.
///
/// # Errors
/// [`PhotoError`].
pub fn drawn_anew(file: &[u8]) -> Result<Vec<u8>, PhotoError> {
    let format = image::guess_format(file).map_err(|_| PhotoError::Unreadable)?;
    match rest(file, format) {
        None => return Err(PhotoError::Unreadable),
        // Cameras put a second picture behind the first one: brightness for bright screens.
        Some([] | [0xFF, 0xD8, ..]) => {}
        Some(_) => return Err(PhotoError::MoreThanAPicture),
    }
    let mut decoder =
        ImageReader::with_format(Cursor::new(file), format).into_decoder().map_err(|_| PhotoError::Unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PhotoError::TooManyPixels);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    decoder.set_limits(limits).map_err(|_| PhotoError::TooManyPixels)?;
    let orientation = decoder.orientation().map_err(|_| PhotoError::Unreadable)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|_| PhotoError::Unreadable)?;
    // The square is cut out first: a line of a million pixels, as wide as the square, would be 64 billion of them.
    let side = width.min(height);
    let mut picture = picture.crop_imm((width - side) / 2, (height - side) / 2, side, side).resize_exact(
        SIDE,
        SIDE,
        FilterType::Triangle,
    );
    picture.apply_orientation(orientation);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .write_image(&on_white(&picture), SIDE, SIDE, ExtendedColorType::Rgb8)
        .map_err(|_| PhotoError::Failed)?;
    Ok(jpeg)
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0.map(u32::from);
        // At most 255, because both parts are of 255.
        Rgb([red, green, blue].map(|it| u8::try_from((it * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)))
    })
}

/// What comes after the picture; nothing where the picture does not end.
fn rest(file: &[u8], format: ImageFormat) -> Option<&[u8]> {
    match format {
        ImageFormat::Jpeg => after_jpeg(file),
        ImageFormat::Png => after_png(file),
        ImageFormat::WebP => {
            let size = u32::from_le_bytes(*file.get(4..)?.first_chunk()?);
            // An odd length has a byte of padding (RIFF).
            file.get(8 + usize::try_from(size).ok()?.next_multiple_of(2)..)
        }
        _ => None,
    }
}

/// ITU T.81, annex B: segments with a length each; after the start of a scan, data in which 0xFF is escaped.
fn after_jpeg(file: &[u8]) -> Option<&[u8]> {
    let mut at = file.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let (&[0xFF, marker], after) = at.split_first_chunk()? else { return None };
        match marker {
            0xD9 => return Some(after),
            // Filling.
            0xFF => at = at.get(1..)?,
            0xD0..=0xD7 | 0x01 => at = after,
            _ => {
                let length = usize::from(u16::from_be_bytes(*after.first_chunk()?));
                at = after.get(length.max(2)..)?;
                if marker == 0xDA {
                    let ends = |it: &[u8]| it[0] == 0xFF && !matches!(it[1], 0x00 | 0xD0..=0xD7);
                    at = at.get(at.windows(2).position(ends)?..)?;
                }
            }
        }
    }
}

/// The PNG specification, section 5: chunks with a length each, the last one is `IEND`.
fn after_png(file: &[u8]) -> Option<&[u8]> {
    let mut at = file.get(8..)?;
    loop {
        let (length, after) = at.split_first_chunk()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        // Data and a checksum.
        at = after.get(usize::try_from(u32::from_be_bytes(*length)).ok()?.checked_add(4)?..)?;
        if kind == b"IEND" {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
    use proptest::prelude::*;

    use super::*;

    fn file(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        // Red on the left, blue on the right, see-through at the top.
        let picture = RgbaImage::from_fn(width, height, |x, y| {
            let alpha = if y < height / 4 { 0 } else { 255 };
            if x < width / 2 { Rgba([200, 0, 0, alpha]) } else { Rgba([0, 0, 200, alpha]) }
        });
        let picture = DynamicImage::from(picture);
        let picture = if format == ImageFormat::Jpeg { picture.to_rgb8().into() } else { picture };
        let mut written = Cursor::new(Vec::new());
        picture.write_to(&mut written, format).unwrap();
        written.into_inner()
    }

    fn seen(jpeg: &[u8]) -> RgbImage {
        image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).unwrap().to_rgb8()
    }

    #[test]
    fn every_format_becomes_a_square_jpeg_on_white() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let made = drawn_anew(&file(format, 640, 320)).unwrap();
            let picture = seen(&made);
            assert_eq!(picture.dimensions(), (SIDE, SIDE));
            let [left, right] = [10, 246].map(|x| picture.get_pixel(x, 200).0);
            assert!(left[0] > 150 && left[2] < 80, "{format:?} {left:?}");
            assert!(right[2] > 150 && right[0] < 80, "{format:?} {right:?}");
            let top = picture.get_pixel(10, 10).0;
            assert_eq!(format != ImageFormat::Jpeg, top.iter().all(|it| *it > 240), "{format:?} {top:?}");
        }
    }

    #[test]
    fn nothing_of_what_the_file_says_is_kept_and_pictures_stand_upright() {
        let plain = file(ImageFormat::Jpeg, 64, 64);
        // EXIF: little endian, one entry, orientation 6 (turned to the right); then words that give the place away.
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
        exif.extend(b"52.3702 N, 4.8952 E");
        let mut told = vec![0xFF, 0xD8, 0xFF, 0xE1];
        told.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        told.extend(&exif);
        told.extend(&plain[2..]);
        let made = drawn_anew(&told).unwrap();
        assert!(!made.windows(4).any(|it| it == b"Exif" || it == b"52.3"));
        // What was on the left is at the top.
        let picture = seen(&made);
        let (top, bottom) = (picture.get_pixel(128, 20).0, picture.get_pixel(128, 236).0);
        assert!(top[0] > 150 && bottom[2] > 150, "{top:?} {bottom:?}");
    }

    #[test]
    fn a_file_that_is_something_else_as_well_is_refused() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            for tail in [&b"PK\x03\x04 an archive"[..], b"<script>alert(1)</script>", b"%PDF-1.7", b"\0"] {
                let mut both = file(format, 32, 32);
                both.extend(tail);
                assert_eq!(drawn_anew(&both), Err(PhotoError::MoreThanAPicture), "{format:?}");
            }
        }
        // A second picture behind the first is how cameras store brightness.
        let mut two = file(ImageFormat::Jpeg, 32, 32);
        two.extend(file(ImageFormat::Jpeg, 16, 16));
        assert!(drawn_anew(&two).is_ok());
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        // A PNG that says to be 60,000 × 60,000; its data is that of a small one.
        let mut bomb = file(ImageFormat::Png, 8, 8);
        bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        let header = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&header.to_be_bytes());
        assert_eq!(drawn_anew(&bomb), Err(PhotoError::TooManyPixels));
    }

    #[test]
    fn a_line_is_as_little_work_as_any_other_picture() {
        for (width, height) in [(1, 200_000), (200_000, 1)] {
            let made = drawn_anew(&file(ImageFormat::Png, width, height)).unwrap();
            assert_eq!(seen(&made).dimensions(), (SIDE, SIDE));
        }
    }

    /// CRC-32 as PNG has it.
    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |it, _| if it & 1 == 1 { it >> 1 ^ 0xEDB8_8320 } else { it >> 1 })
        })
    }

    #[test]
    fn other_formats_and_broken_files_are_refused() {
        let gif = b"GIF89a\x01\0\x01\0\0\0\0;";
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>";
        let half = file(ImageFormat::Png, 64, 64);
        for bytes in [&b""[..], gif, svg, b"\xFF\xD8\xFF", &half[..half.len() / 2]] {
            assert_eq!(drawn_anew(bytes), Err(PhotoError::Unreadable));
        }
    }

    proptest! {
        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0..2000usize, value: u8) {
            let _ = drawn_anew(&bytes);
            for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
                let mut changed = file(format, 8, 8);
                let at = at % changed.len();
                changed[at] = value;
                let _ = drawn_anew(&changed);
            }
        }
    }
}
