-- What is not worded any more as it was first stored: few items, asked for whenever a document is opened.
create index item_reworded on item (project_id) include (session_id, id, revision) where revision > 1;
