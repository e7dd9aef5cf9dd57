import type { ReactNode } from 'react';
import type { Kind, Session } from '../../http/contract';
import { useAnswer } from '../../http/useAnswer';
import type { Book } from '../useBook';
import { DocumentPart } from './DocumentPart';
import { NotesPart } from './NotesPart';
import { PlanPart } from './PlanPart';
import { QuestionsPart } from './QuestionsPart';
import './Side.css';

interface Props {
  session: Session;
  book: Book;
  canWrite: boolean;
}

/** What comes of the talk while it goes on. */
export function Side({ session, book, canWrite }: Props) {
  const { projectId, mode } = session;
  if (projectId === null) return <Choosing />;
  const plan = <PlanPart blueprint={book.blueprint} />;
  if (mode !== 'ghostwriting') {
    return (
      <Part id="plan" heading="Plan">
        {plan}
      </Part>
    );
  }
  return (
    <>
      {book.project.value !== null && (
        <DocumentPart project={book.project.value} say={book.say} canWrite={canWrite} />
      )}
      <Part id="questions" heading="Open questions">
        <QuestionsPart projectId={projectId} todos={book.todos} canWrite={canWrite} />
      </Part>
      <Part id="notes" heading="Notes">
        <NotesPart projectId={projectId} notes={book.notes} />
      </Part>
      <details className="side-part">
        <summary>Plan</summary>
        {plan}
      </details>
    </>
  );
}

function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section className="side-part" aria-labelledby={`side-${id}`}>
      <h2 id={`side-${id}`}>{heading}</h2>
      {children}
    </section>
  );
}

function Choosing() {
  const kinds = useAnswer<Kind[]>('/api/kinds').value ?? [];
  return (
    <Part id="choosing" heading="Which book">
      <p className="side-remark">
        Say which of your books you want to go on with, or what a new one is to be called and which
        kind it is{kinds.length === 0 ? '.' : ': '}
        {kinds.map(({ label }) => label.toLowerCase()).join(', ')}
        {kinds.length > 0 && '.'}
      </p>
      <p className="side-remark">
        Its plan, notes and open questions appear here while you talk. Whatever is written later
        comes from your own words.
      </p>
    </Part>
  );
}
