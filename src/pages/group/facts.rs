//! What a group is, what its people have to know of it, and who is in it.

use js_sys::Date;
use leptos::prelude::*;
use portal_contract::groups::{Group, ManagedElsewhere};

use super::{
    data::{Change, Details, number, policy},
    of, offline,
};
use crate::{
    api,
    components::offered::instead,
    components::{avatar::Avatar, button::Button, contact::Contact},
    i18n::{Words, format, text},
    pages::groups::{kind, members},
    routes,
    state::capabilities,
    t,
    view::{Built, live, said, view},
};

/// Milliseconds for which the end of a group is said beforehand.
const SOON: f64 = 30.0 * 86_400_000.0;

/// Its name, what it is for, what the person is to it, and what can be done with it as a whole.
pub fn face(group: &Group, data: Details) -> Built {
    let here = group.is_owner && group.managed_elsewhere.is_none();
    let edit = here && group.deleted_at.is_none();
    let address = of(routes::GROUP_EDIT, &group.id);
    let badge = |words: Words| view! { <span class="badge">{words}</span> };
    let description = group.description.clone();
    view! {
        <div class="card face">
            <Avatar name=group.display_name.clone() kind="organization" size="large" />
            <div class="who">
                <h2>{group.display_name.clone()}</h2>
                {match description {
                    Some(it) => view! { <p>{it}</p> },
                    None => view! { <p class="meta">{t!(groups.no_description)}</p> },
                }}
                <div class="badges">
                    {group.is_owner.then(|| badge(t!(group.owner)))}
                    {group.is_member.then(|| badge(t!(group.member)))}
                    {group.deleted_at.is_some().then(|| view! {
                        <span class="badge" data-expired>{t!(groups.expired)}</span>
                    })}
                </div>
            </div>
            <div class="row-actions">
                {edit.then(|| {
                    instead(capabilities::MANAGE_GROUPS, t!(groups.edit).into())
                        .unwrap_or_else(|| view! { <a class="button" data-kind="primary" href=address>{t!(groups.edit)}</a> })
                })}
                {(here && group.renewable_days.is_some()).then(|| renew(data))}
            </div>
        </div>
    }
}

fn renew(data: Details) -> Built {
    view! {
        <Button
            operation=capabilities::MANAGE_GROUPS
            label=t!(group.renew)
            busy=t!(common.working)
            pending=data.change.pending()
            disabled=offline()
            press=move |()| data.run(Change::Renew)
        />
    }
}

/// What is not as usual: managed elsewhere, expired or about to, or not the person's.
#[component]
pub fn Notes(group: Group) -> Built {
    let Group { expires_at, deleted_at, contact, .. } = group;
    let elsewhere = group.managed_elsewhere.map(|why| {
        let why: Words = match why {
            ManagedElsewhere::Synchronised => t!(group.synchronised_note),
            ManagedElsewhere::MailEnabled => t!(group.mail_enabled_note),
            ManagedElsewhere::Distribution => t!(group.distribution_note),
            ManagedElsewhere::Unknown => t!(group.elsewhere_note),
        };
        let ask = contact.map(|contact| view! { <p>{t!(group.elsewhere_ask)}</p> <Contact contact /> });
        view! { <div class="note"><h2>{t!(group.elsewhere_title)}</h2><p>{why}</p>{ask}</div> }
    });
    let end = expires_at.filter(|_| group.is_owner).map(|end| match deleted_at {
        Some(deleted) => view! {
            <div class="note" data-expired>
                <h2>{said(move || (text().group().expired_title)(&format::date(&end)))}</h2>
                <p>{said(move || (text().group().expired_note)(&format::date(&deleted)))}</p>
            </div>
        },
        None if group.renewable_days.is_some() && Date::new(&end.as_str().into()).get_time() - Date::now() < SOON => {
            view! {
                <div class="note">
                    <h2>{said(move || (text().group().ending_title)(&format::date(&end)))}</h2>
                    <p>{t!(group.ending_note)}</p>
                </div>
            }
        }
        None => view! { {()} },
    });
    let outside = (!group.is_owner && !group.is_member).then(|| {
        view! {
            <div class="note">
                <p>{t!(group.not_member)}</p>
                <a class="button" href=routes::JOIN_GROUPS>{t!(groups.join)}</a>
            </div>
        }
    });
    view! { {elsewhere} {end} {outside} }
}

/// Type, policy, organization, and the times.
#[component]
pub fn Facts(group: Group) -> Built {
    let Group { kind: of, join_policy, organization, created_at, renewed_at, expires_at, .. } = group;
    let fact = |label: Words, value: Built| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
    let date = |at: String| said(move || format::date(&at));
    view! {
        <dl class="card facts">
            {fact(t!(groups.kind), live(move || kind(of)))}
            {fact(t!(groups.policy), live(move || policy(join_policy)))}
            {fact(
                t!(group.organization),
                view! { <span lang=organization.language>{organization.display_name}</span> },
            )}
            {fact(t!(group.created), date(created_at))}
            {renewed_at.map(|at| fact(t!(group.renewed), date(at)))}
            {fact(t!(group.expiry), expires_at.map_or_else(|| live(t!(group.never)), date))}
        </dl>
    }
}

/// How many there are, some of them by their faces, and the way to all.
#[component]
pub fn Crowd(group: Group) -> Built {
    let Group { id, is_owner, is_member, member_count, some_members, .. } = group;
    let (count, shown) = (member_count, some_members.len() as u32);
    let manages = is_owner
        && capabilities::here(capabilities::MANAGE_GROUPS)
        && group.managed_elsewhere.is_none()
        && group.deleted_at.is_none();
    let names = format_names(some_members.iter().map(|it| it.display_name.clone()).collect(), count - shown.min(count));
    let faces = some_members.into_iter().map(|it| view! { <Avatar name=it.display_name /> }).collect::<Vec<_>>();
    let all = (is_owner || is_member).then(|| {
        let label = if manages { t!(group.manage_members) } else { t!(group.see_members) };
        view! { <a class="button" href=of(routes::GROUP_MEMBERS, &id)>{label}</a> }
    });
    let table = is_owner.then(|| {
        view! { <a class="button" data-kind="quiet" href=api::groups::table(&id) download="">{t!(group.download)}</a> }
    });
    view! {
        <section aria-labelledby="members">
            <h2 id="members">{t!(group.members)}</h2>
            <div class="card crowd">
                {(shown > 0).then(|| view! { <div class="faces">{faces}</div> })}
                <div class="who">
                    {match count {
                        0 => view! { <p>{t!(group.nobody)}</p> },
                        _ => view! { <p><strong>{said(move || members(count))}</strong></p> },
                    }}
                    {(shown > 0).then(|| view! { <p class="meta">{names}</p> })}
                </div>
                <div class="row-actions">{all} {table}</div>
            </div>
        </section>
    }
}

/// "Eva de Graaf, Nina Vos and 3 more"; follows the language.
fn format_names(names: Vec<String>, more: u32) -> Built {
    said(move || {
        let names = names.clone().into_iter();
        match more {
            0 => format::list(names),
            _ => format!("{} {}", names.collect::<Vec<_>>().join(", "), (text().group().more)(&number(more))),
        }
    })
}
