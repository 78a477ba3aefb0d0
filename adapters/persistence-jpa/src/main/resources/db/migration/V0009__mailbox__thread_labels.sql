-- Why: lists show the labels of conversations; gathering them from the messages would read every message of every row.
-- Holds all keywords but those with a $; what else is no label is known where rows are read.
-- Lock: email and thread are locked exclusively while the few conversations with labels are described anew, which reads
-- email once: some seconds for a million messages. The column itself has a constant default and rewrites nothing; the
-- index is made of those few. The policies would hide everybody's mail from the owner of the schema, so they rest for
-- the length of this transaction, in which nobody else gets at the tables.
alter table email no force row level security;
alter table thread no force row level security;
alter table thread add column labels text[] not null default '{}';

update thread set labels = given.labels
from (
    select e.account_id, e.thread_id, array_agg(distinct k.word order by k.word) as labels
    from email e cross join lateral unnest(e.keywords) as k (word)
    where k.word not like '$%'
    group by e.account_id, e.thread_id) given
where thread.account_id = given.account_id and thread.id = given.thread_id;

create index thread_labels_ix on thread (account_id) where cardinality(labels) > 0;
alter table thread force row level security;
alter table email force row level security;
