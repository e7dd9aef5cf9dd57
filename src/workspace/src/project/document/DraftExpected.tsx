import type { Document, Project, Todo } from '../../http/contract';
import { isWaitingOrAtWork } from '../../status/badge';
import type { Desk } from './desk';

interface Props {
  project: Project;
  document: Document;
  todos: Todo[];
  desk: Desk;
}

/** Stands in for a document in which nothing is written yet. */
export function DraftExpected({ project, document, todos, desk }: Props) {
  const open = todos.filter(({ status }) => status === 'open');
  return (
    <article className="manuscript draft-expected" aria-label="Document">
      <p className="expected">{expectation(project, desk.canWrite)}</p>
      {document.sections.length > 0 && (
        <>
          <h2>The sections it will have</h2>
          <ol>
            {document.sections.map(({ id, heading }) => (
              <li key={id}>
                {heading}
                {open
                  .filter(({ sectionId }) => sectionId === id)
                  .map((question) => (
                    <p key={question.id} className="question">
                      {question.text}
                    </p>
                  ))}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}

function expectation({ latestJob, items }: Project, canWrite: boolean): string {
  if (isWaitingOrAtWork(latestJob?.status))
    return 'The first draft is being written. It appears here by itself.';
  if (latestJob?.status === 'error') return 'The first draft failed. Its job says why.';
  if (items === 0)
    return canWrite
      ? 'Nothing has been said yet. Go on talking, and a draft is written from what you say.'
      : 'Nothing has been said yet.';
  return canWrite
    ? 'Nothing has been drafted yet. Draft now writes a first version from what was said.'
    : 'Nothing has been drafted yet.';
}
