import { useCallback } from 'react';
import { Notices } from '../live/Notices';
import { useDrafting } from '../project/useDrafting';
import type { Book } from './useBook';

interface Props {
  projectId: string;
  book: Book;
  canWrite: boolean;
}

/** News of the project that the conversation does not tell by itself. */
export function BookNotices({ projectId, book, canWrite }: Props) {
  const { news, happened, say } = book;
  const dismiss = useCallback((key: number) => happened({ type: 'dismissed', key }), [happened]);
  const drafting = useDrafting(projectId, say);
  return (
    <Notices
      notices={news.notices.filter(({ inTalk }) => !inTalk)}
      dismiss={dismiss}
      actions={
        canWrite
          ? { draftAgain: { label: 'Try again', run: ({ jobId }) => void drafting.again(jobId) } }
          : {}
      }
    />
  );
}
