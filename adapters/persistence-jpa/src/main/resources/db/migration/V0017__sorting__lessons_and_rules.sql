-- Why: what people teach about where their mail belongs, and the rules that they and their organisations made.
-- The rules of one owner are one row: they are read, ordered and changed together, and a version tells who changed them
-- meanwhile. Nobody asks the database what a rule says.
-- Lock: none that anybody could wait for, all tables are new. Duration: milliseconds, whatever the number of rows.

create table lesson (
    owner_id  uuid        not null,
    id        uuid        not null,
    scope     text        not null,
    -- the id of a message, an address in lower case, or a domain in lower case
    about     text        not null,
    -- the fingerprint of a form as 32 hexadecimal digits; empty unless it is about a kind
    template  text        not null,
    category  text        not null,
    taught_at timestamptz not null,
    constraint lesson_pk primary key (owner_id, id),
    constraint lesson_person_fk foreign key (owner_id) references person (id) on delete cascade,
    constraint lesson_scope_ck check (scope in ('MESSAGE', 'KIND', 'SENDER', 'DOMAIN')),
    constraint lesson_template_ck check ((scope = 'KIND') = (template <> '')),
    constraint lesson_category_ck check (category in ('IMBOX', 'FEED', 'PAPER_TRAIL'))
);
-- Finds what is about a message, and lets the newer of two about the same replace the other.
create unique index lesson_about_key on lesson (owner_id, scope, about, template);

create table rules_of_person (
    owner_id uuid   not null,
    -- how often they were kept so far
    version  bigint not null,
    -- an array of rules in their order
    rules    jsonb  not null,
    constraint rules_of_person_pk primary key (owner_id),
    constraint rules_of_person_person_fk foreign key (owner_id) references person (id) on delete cascade,
    constraint rules_of_person_version_ck check (version > 0)
);

-- Everybody in the organisation reads them. That only administrators change them is not for the database to know: roles
-- are told by whoever signs people in.
create table rules_of_organisation (
    owner_id uuid   not null,
    version  bigint not null,
    rules    jsonb  not null,
    constraint rules_of_organisation_pk primary key (owner_id),
    constraint rules_of_organisation_organisation_fk foreign key (owner_id) references organisation (id)
        on delete cascade,
    constraint rules_of_organisation_version_ck check (version > 0)
);

alter table lesson enable row level security;
alter table lesson force row level security;
create policy lesson_of_person on lesson
    using (owner_id = current_person())
    with check (owner_id = current_person());

alter table rules_of_person enable row level security;
alter table rules_of_person force row level security;
create policy rules_of_person_themselves on rules_of_person
    using (owner_id = current_person())
    with check (owner_id = current_person());

alter table rules_of_organisation enable row level security;
alter table rules_of_organisation force row level security;
create policy rules_of_organisation_of_members on rules_of_organisation
    using (owner_id = (select organisation_id from person where person.id = current_person()))
    with check (owner_id = (select organisation_id from person where person.id = current_person()));

grant select, insert, delete on lesson to ${appRole};
grant update (id, category, taught_at) on lesson to ${appRole};
grant select, insert on rules_of_person, rules_of_organisation to ${appRole};
grant update (version, rules) on rules_of_person, rules_of_organisation to ${appRole};
