import { useEffect, useReducer, type Dispatch } from 'react';
import { listen } from './feed';
import { NO_NEWS, withHappening, type Happening, type News } from './news';

/** One stream of news for the project, for as long as its page is open; none while there is no project yet. */
export function useNews(projectId: string | null): [News, Dispatch<Happening>] {
  const [news, happened] = useReducer(withHappening, NO_NEWS);
  useEffect(() => (projectId === null ? undefined : listen(projectId, happened)), [projectId]);
  return [news, happened];
}
