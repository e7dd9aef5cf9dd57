-- A version may be an earlier one again: `restored` is that one's number. After an undo the next undo goes on from there,
-- to `undo_to`; without one it goes to the version before.
alter table version
  add column restored int check (restored >= 1 and restored < number),
  add column undo_to int check (undo_to >= 0 and undo_to < number),
  add constraint undo_restores check (undo_to is null or restored is not null);
