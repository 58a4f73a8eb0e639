//! Security questions: which there are, and what of an answer counts.

use portal_contract::{
    methods::{Question, QuestionText},
    preferences::Language,
};

/// Id, English, Dutch. An id stays what it is: answers are stored under it.
const QUESTIONS: [(&str, &str, &str); 10] = [
    ("first-street", "In which street did you live as a child?", "In welke straat woonde u als kind?"),
    ("first-pet", "What was the name of your first pet?", "Hoe heette uw eerste huisdier?"),
    ("first-school", "What was the name of your primary school?", "Hoe heette uw basisschool?"),
    (
        "childhood-friend",
        "What is the first name of your best childhood friend?",
        "Wat is de voornaam van uw beste jeugdvriend of jeugdvriendin?",
    ),
    ("first-job", "In which town was your first job?", "In welke plaats had u uw eerste baan?"),
    ("first-car", "What was the make and model of your first car?", "Van welk merk en type was uw eerste auto?"),
    (
        "favourite-teacher",
        "What was the last name of your favourite teacher?",
        "Wat was de achternaam van uw favoriete leraar of lerares?",
    ),
    ("grandparents-town", "In which town did your grandparents live?", "In welke plaats woonden uw grootouders?"),
    (
        "first-concert",
        "Which artist or band did you see at your first concert?",
        "Welke artiest of band zag u bij uw eerste concert?",
    ),
    ("childhood-dream", "What did you want to become as a child?", "Wat wilde u als kind later worden?"),
];

/// Every question, in both languages.
pub fn all() -> Vec<Question> {
    let texts = |en: &str, nl: &str| {
        vec![
            QuestionText { language: Language::En, text: en.to_owned() },
            QuestionText { language: Language::Nl, text: nl.to_owned() },
        ]
    };
    QUESTIONS.into_iter().map(|(id, en, nl)| Question { id: id.to_owned(), texts: texts(en, nl) }).collect()
}

/// Whether there is such a question.
pub fn exists(id: &str) -> bool {
    QUESTIONS.iter().any(|(known, ..)| *known == id)
}

/// What of an answer counts: its words in lower case, one space between them.
pub fn normalised(answer: &str) -> String {
    answer.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::normalised;

    #[test]
    fn case_and_spaces_do_not_count() {
        assert_eq!(normalised("  De  Kade\u{a0}ÉÉN "), "de kade één");
        assert_eq!(normalised(" \t "), "");
    }
}
