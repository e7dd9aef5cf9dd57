-- Posts one event: the only way into the feed for functions of other rooms, which name none of its tables.
create function feed_post(to_project uuid, said_at timestamptz, said_kind text, said jsonb) returns void
language plpgsql as $$
begin
  with head as (
    insert into feed_head (project_id, seq) values (to_project, 1)
    on conflict (project_id) do update set seq = feed_head.seq + 1
    returning seq)
  insert into feed_event (project_id, seq, at, kind, payload)
  select to_project, seq, said_at, said_kind, said from head;
end
$$;
