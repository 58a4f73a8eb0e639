//! Organizations, accounts and guests of the demo directory.

use super::methods::{EVERYTHING, STRICT, USUAL};
use crate::store::directory::{Account, Organization, groups::GroupRule};

/// What ten thousand people of Harbor Logistics have in common.
pub const CREW: Account<'static> = account("", "", "", "Crew", "Rotterdam");

/// A guest of the demo.
pub struct Guest {
    /// The guest's own id, its account, the organization.
    pub ids: (&'static str, &'static str, &'static str),
    /// Disabled there.
    pub disabled: bool,
    /// Days since it was invited.
    pub since_days_ago: i64,
    /// Days since it left.
    pub left_days_ago: Option<i64>,
}

/// Groups that people of Harbor Logistics make. Those that are older are called as they were.
const HARBOR_GROUPS: GroupRule<'static> =
    GroupRule { prefix: "HL ", lifetime_days: Some(180), blocked_words: &["board", "payroll", "security"] };

/// The organizations.
pub const ORGANIZATIONS: [Organization<'static>; 6] = [
    Organization {
        id: "harbor-logistics",
        name: "Harbor Logistics",
        language: "en",
        domain: "harbor.example",
        managed: true,
        external_leave_allowed: true,
        requires_own_sign_in: false,
        registration_required: false,
        question_count: 3,
        reset_methods: 2,
        own_photos: true,
        trusted_devices: true,
        groups: Some(HARBOR_GROUPS),
        methods: EVERYTHING,
        contacts: [
            Some(("Adriaan Smit, IT administration", "it-admin@harbor.example", "+31 10 555 0110")),
            Some(("Privacy team", "privacy@harbor.example", "+31 10 555 0111")),
            Some(("Harbor help desk", "helpdesk@harbor.example", "+31 10 555 0100")),
        ],
    },
    Organization {
        id: "polder-university",
        name: "Polder University",
        language: "en",
        domain: "polder.example",
        managed: true,
        external_leave_allowed: true,
        requires_own_sign_in: false,
        registration_required: false,
        question_count: 0,
        reset_methods: 1,
        own_photos: false,
        trusted_devices: false,
        groups: None,
        methods: USUAL,
        contacts: [
            Some(("Oda van Polder, Identity services", "identity@polder.example", "+31 20 555 0210")),
            Some(("Data protection officer", "privacy@polder.example", "+31 20 555 0211")),
            Some(("Service point", "servicepoint@polder.example", "+31 20 555 0200")),
        ],
    },
    Organization {
        id: "lighthouse-design",
        name: "Lighthouse Design",
        language: "en",
        domain: "lighthouse.example",
        managed: true,
        external_leave_allowed: true,
        requires_own_sign_in: true,
        registration_required: false,
        question_count: 0,
        reset_methods: 0,
        own_photos: false,
        trusted_devices: false,
        groups: None,
        methods: USUAL,
        contacts: [
            Some(("Studio administration", "admin@lighthouse.example", "+31 30 555 0310")),
            Some(("Studio privacy contact", "privacy@lighthouse.example", "+31 30 555 0311")),
            Some(("Studio support", "support@lighthouse.example", "+31 30 555 0300")),
        ],
    },
    Organization {
        id: "tulip-foods",
        name: "Tulip Foods",
        language: "en",
        domain: "tulipfoods.example",
        managed: true,
        external_leave_allowed: true,
        requires_own_sign_in: false,
        registration_required: false,
        question_count: 0,
        reset_methods: 0,
        own_photos: false,
        trusted_devices: false,
        groups: None,
        methods: USUAL,
        contacts: [
            Some(("Tessa Bloem, Directory administration", "directory@tulipfoods.example", "+31 40 555 0410")),
            Some(("Privacy desk", "privacy@tulipfoods.example", "+31 40 555 0411")),
            Some(("Workplace support", "support@tulipfoods.example", "+31 40 555 0400")),
        ],
    },
    Organization {
        id: "canal-bank",
        name: "Canal Bank",
        language: "en",
        domain: "canalbank.example",
        managed: true,
        external_leave_allowed: false,
        requires_own_sign_in: false,
        registration_required: true,
        question_count: 0,
        reset_methods: 0,
        own_photos: false,
        trusted_devices: false,
        groups: None,
        methods: STRICT,
        contacts: [
            Some(("Access control", "access@canalbank.example", "+31 70 555 0510")),
            Some(("Privacy Office", "privacy@canalbank.example", "+31 70 555 0511")),
            Some(("Partner support", "partners@canalbank.example", "+31 70 555 0500")),
        ],
    },
    Organization {
        id: "windmill-studio",
        name: "Windmill Studio",
        language: "en",
        domain: "windmill.example",
        managed: false,
        external_leave_allowed: true,
        requires_own_sign_in: false,
        registration_required: false,
        question_count: 0,
        reset_methods: 1,
        own_photos: false,
        trusted_devices: false,
        groups: None,
        methods: USUAL,
        contacts: [None, None, Some(("Windmill Studio", "hello@windmill.example", "+31 50 555 0600"))],
    },
];

const HARBOR: Option<&str> = Some("harbor-logistics");

/// The accounts that sign in.
pub const ACCOUNTS: [Account<'static>; 10] = [
    account("employee", "employee@harbor.example", "Eva de Graaf", "Operations planner", "Rotterdam, Quay 4"),
    Account {
        administers: HARBOR,
        ..account("admin", "admin@harbor.example", "Adriaan Smit", "IT administrator", "Rotterdam, Quay 1")
    },
    Account {
        home: Some("polder-university"),
        administers: Some("polder-university"),
        ..account("owner", "owner@polder.example", "Oda van Polder", "Identity architect", "Almere, Building B")
    },
    account("secure", "secure@harbor.example", "Sara Kuiper", "Security officer", "Rotterdam, Quay 1"),
    Account {
        home: Some("windmill-studio"),
        ..account("solo", "solo@windmill.example", "Sol Molenaar", "Illustrator", "Zaandam")
    },
    Account { home: None, job: None, ..account("visitor", "visitor@mail.example", "Vera Nowak", "", "") },
    Account {
        disabled: true,
        ..account("suspended", "suspended@harbor.example", "Stijn Bakker", "Crane operator", "Rotterdam, Quay 7")
    },
    Account {
        has_my_apps: false,
        ..account("noapps", "noapps@harbor.example", "Nina Vos", "Trainee", "Rotterdam, Quay 4")
    },
    Account {
        home: Some("canal-bank"),
        ..account("newcomer", "newcomer@canalbank.example", "Noor de Wit", "Account manager", "The Hague")
    },
    account("many", "many@harbor.example", "Mila Visser", "Integration lead", "Rotterdam, Quay 2"),
];

/// Guests of Harbor Logistics who left: their accounts sign in elsewhere.
pub const STRANGERS: [Account<'static>; 3] = [
    Account { home: None, job: None, ..account("stranger-noor", "n.dekker@quayside.example", "Noor Dekker", "", "") },
    Account { home: None, job: None, ..account("stranger-liam", "liam.okafor@cranes.example", "Liam Okafor", "", "") },
    Account { home: None, job: None, ..account("stranger-sofie", "sofie@lambert.example", "Sofie Lambert", "", "") },
];

/// Who is a guest where.
pub const GUESTS: [Guest; 11] = [
    guest("guest-employee-polder", "employee", "polder-university", 412),
    guest("guest-employee-lighthouse", "employee", "lighthouse-design", 230),
    Guest { disabled: true, ..guest("guest-employee-tulip", "employee", "tulip-foods", 655) },
    guest("guest-employee-canal", "employee", "canal-bank", 98),
    guest("guest-suspended-polder", "suspended", "polder-university", 380),
    guest("guest-suspended-lighthouse", "suspended", "lighthouse-design", 120),
    guest("guest-visitor-polder", "visitor", "polder-university", 75),
    guest("guest-visitor-lighthouse", "visitor", "lighthouse-design", 31),
    Guest { left_days_ago: Some(1), ..guest("guest-noor-harbor", "stranger-noor", "harbor-logistics", 340) },
    Guest { left_days_ago: Some(16), ..guest("guest-liam-harbor", "stranger-liam", "harbor-logistics", 190) },
    Guest { left_days_ago: Some(28), ..guest("guest-sofie-harbor", "stranger-sofie", "harbor-logistics", 520) },
];

const fn account(
    id: &'static str,
    user_id: &'static str,
    name: &'static str,
    title: &'static str,
    office: &'static str,
) -> Account<'static> {
    Account {
        id,
        user_id,
        name,
        job: Some((title, office)),
        home: HARBOR,
        disabled: false,
        has_my_apps: true,
        administers: None,
    }
}

const fn guest(id: &'static str, account: &'static str, organization: &'static str, since_days_ago: i64) -> Guest {
    Guest { ids: (id, account, organization), disabled: false, since_days_ago, left_days_ago: None }
}
