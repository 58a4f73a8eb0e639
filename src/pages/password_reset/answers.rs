//! Proving by the answers to security questions.

use leptos::{ev, prelude::*};
use portal_contract::{
    methods::{MethodKind, Question, SecurityAnswer},
    password_reset::ResetProof,
};

use super::data::{Reset, explained};
use crate::{
    api,
    components::{button::Button, field, form::Form, notice::Notice, scoped},
    i18n::{language, problem::field_sentence, text},
    t,
    view::{Built, live, said, view},
};

/// Asks every question.
#[component]
pub fn Answers(token: String, questions: Vec<Question>, reset: Reset) -> Built {
    let form = Form::new();
    form.lead("input");
    let ids = questions.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    let submit = move |event: ev::SubmitEvent| {
        if form.submitted(&event, []).is_none() {
            return;
        }
        let answer = |(at, id): (usize, &String)| SecurityAnswer {
            question_id: id.clone(),
            answer: form.value(&format!("answer-{at}")),
        };
        let answers = ids.iter().enumerate().map(answer).collect::<Vec<_>>();
        let key = form.key(&format!("{answers:?}"));
        let (kind, token) = (MethodKind::SecurityQuestions, token.clone());
        let proof = ResetProof { token: token.clone(), kind, code: None, challenge: None, answers };
        let request = async move { reset.checked(api::password_reset::verify(&proof, &key).await) };
        form.send(request, move |progress| reset.proven(token, progress));
    };
    let asked = questions.into_iter().enumerate();
    let fields = asked.map(|(at, question)| view! { <Answer at question form /> }).collect::<Vec<_>>();
    view! {
        <form node_ref=form.element novalidate on:submit=submit>
            <Notice error=form.error explain=Some(Callback::new(explained)) />
            <p>{t!(password_reset.answers_intro)}</p>
            {fields}
            <Button
                kind="primary"
                button_type="submit"
                label=t!(sign_in.verify)
                busy=t!(common.working)
                pending=form.pending
            />
        </form>
    }
}

#[component]
fn Answer(at: usize, question: Question, form: Form) -> Built {
    let (name, error) = (format!("answer-{at}"), format!("answer-{at}-error"));
    let refused = move || {
        let error = form.error.get()?;
        let pointer = format!("/answers/{at}/answer");
        let problem = error.fields.iter().find(|it| it.pointer == pointer)?;
        Some(field_sentence(problem, text().security_info().needed, text().error().field))
    };
    let asked = move || {
        let text = question.texts.iter().find(|it| it.language == language()).or(question.texts.first());
        text.map(|it| it.text.clone()).unwrap_or_default()
    };
    let described = error.clone();
    view! {
        <div class=scoped("field", field::scope())>
            <label for=name.clone()>{said(asked)}</label>
            <input
                id=name.clone()
                name=name
                type="text"
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
