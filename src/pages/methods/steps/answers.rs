//! Security questions: as many as the organization asks, none twice, never shown again.

use leptos::{ev, prelude::*};
use portal_contract::{
    methods::{Method, Methods, Question, SecurityAnswer, SecurityAnswers},
    problem::FieldCode,
};

use super::{super::data::OwnMethods, Onward, entered};
use crate::{
    api,
    components::{field, form::Form, notice::Notice, scoped},
    i18n::{format, language, text},
    t,
    view::{Built, live, said, view},
};

/// One question and one answer after the other.
#[component]
pub fn Answers(methods: Methods, replaces: Option<Method>, data: OwnMethods) -> Built {
    let form = entered();
    let count = methods.question_count as usize;
    let replaced = replaces.map(|it| it.id);
    let submit = move |event: ev::SubmitEvent| {
        if form.submitted(&event, []).is_none() {
            return;
        }
        let answers = (0..count)
            .map(|at| SecurityAnswer {
                question_id: form.value(&format!("question-{at}")),
                answer: form.value(&format!("answer-{at}")),
            })
            .collect::<Vec<_>>();
        let key = form.key(&format!("{answers:?}"));
        let answers = SecurityAnswers { answers, replaces: replaced.clone() };
        let request = async move { data.session.guarded(|| api::methods::answer(&answers, &key)).await };
        form.send(request, move |method| data.added(method));
    };
    let intro = move || (text().security_info().answers_intro)(&format::number(count as f64));
    let questions = StoredValue::new(methods.questions);
    let pairs = (0..count).map(|at| view! { <Pair at questions form /> }).collect::<Vec<_>>();
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=None />
            <p>{said(intro)}</p>
            {pairs}
            <Onward data form label=t!(common.save) />
        </form>
    }
}

#[component]
fn Pair(at: usize, questions: StoredValue<Vec<Question>>, form: Form) -> Built {
    let (question, answer, error) = (format!("question-{at}"), format!("answer-{at}"), format!("answers-{at}-error"));
    let refused = move || {
        let error = form.error.get()?;
        let pointer = format!("/answers/{at}/");
        let problem = error.fields.iter().find(|it| it.pointer.starts_with(&pointer))?;
        let words = text().security_info();
        Some(match problem.code {
            FieldCode::Repeated => words.answer_repeated,
            FieldCode::TooLong => words.answer_too_long,
            _ => words.answer_needed,
        })
    };
    let options = questions.with_value(|all| {
        all.iter().enumerate().map(|(index, it)| option(it.clone(), index == at)).collect::<Vec<_>>()
    });
    let described = error.clone();
    view! {
        <div class=scoped("field pair", field::scope())>
            <label for=question.clone()>
                {said(move || (text().security_info().question)(&format::number(at as f64 + 1.0)))}
            </label>
            <select id=question.clone() name=question>{options}</select>
            <label for=answer.clone()>
                {said(move || (text().security_info().answer)(&format::number(at as f64 + 1.0)))}
            </label>
            <input
                id=answer.clone()
                name=answer
                type="text"
                maxlength="100"
                autocomplete="off"
                spellcheck="false"
                aria-required="true"
                aria-invalid=move || refused().map(|_| "true")
                aria-describedby=described
            />
            <p class="error" id=error>{live(refused)}</p>
        </div>
    }
}

fn option(question: Question, chosen: bool) -> Built {
    let words = move || {
        let text = question.texts.iter().find(|it| it.language == language()).or(question.texts.first());
        text.map(|it| it.text.clone()).unwrap_or_default()
    };
    view! { <option value=question.id.clone() selected=chosen>{said(words)}</option> }
}
