-- Whoever keeps a conversation in memory asks what was withdrawn since: mostly nothing.

create index item_withdrawn on item (project_id, session_id, id) where status = 'deleted';
