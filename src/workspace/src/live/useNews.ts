import { useEffect, useReducer, type Dispatch } from 'react';
import { listen } from './feed';
import { NO_NEWS, withHappening, type Happening, type News } from './news';

/** One stream of news for the project, for as long as its page is open. */
export function useNews(projectId: string): [News, Dispatch<Happening>] {
  const [news, happened] = useReducer(withHappening, NO_NEWS);
  useEffect(() => listen(projectId, happened), [projectId]);
  return [news, happened];
}
