-- What of a draft's wording was not found in the words that it cites.
alter table revision
  add column doubts jsonb not null default '[]',
  add constraint revision_doubts_check check (jsonb_typeof(doubts) = 'array');
