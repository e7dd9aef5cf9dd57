import { useCallback, type Dispatch } from 'react';
import type { Blueprint, Note, Project, Todo } from '../http/contract';
import { useAnswer, type Answer } from '../http/useAnswer';
import type { Happening, News, Notice } from '../live/news';
import { useNews } from '../live/useNews';

/** What the conversation's project holds that fills up while they talk. */
export interface Book {
  project: Answer<Project>;
  blueprint: Answer<Blueprint>;
  notes: Answer<Note[]>;
  todos: Answer<Todo[]>;
  news: News;
  happened: Dispatch<Happening>;
  /** Shows a notice. */
  say: (notice: Omit<Notice, 'key'>) => void;
}

/** The project, kept up to date by its feed; all of it empty while the conversation has none. */
export function useBook(projectId: string | null): Book {
  const [news, happened] = useNews(projectId);
  const { stale } = news;
  const path = projectId === null ? null : `/api/projects/${projectId}`;
  const part = (name: string) => (path === null ? null : `${path}/${name}`);
  return {
    project: useAnswer<Project>(path, stale.project),
    blueprint: useAnswer<Blueprint>(part('blueprint'), stale.blueprint),
    notes: useAnswer<Note[]>(part('notes'), stale.notes),
    todos: useAnswer<Todo[]>(part('todos'), stale.todos),
    news,
    happened,
    say: useCallback((notice) => happened({ type: 'said', notice }), [happened]),
  };
}
