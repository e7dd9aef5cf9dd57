import { useState } from 'react';
import { NotFound } from '../app/NotFound';
import { useMedia, WIDE } from '../app/useMedia';
import { usePageTitle } from '../app/usePageTitle';
import { Waiting } from '../app/Waiting';
import type { Person, Project, Session } from '../http/contract';
import { unreachable } from '../http/problem';
import type { Captions } from './captions';
import { BookNotices } from './BookNotices';
import type { Conversation } from './conversation';
import { InterviewHeader } from './InterviewHeader';
import './InterviewPage.css';
import { Side } from './side/Side';
import { panelId, tabId, Tabs } from './Tabs';
import { Talk } from './Talk';
import { useBook, type Book } from './useBook';
import { useCommands } from './useCommands';
import { useConversation } from './useConversation';

/** One live conversation and what comes of it, at an address of its own: loading it anew leads back into the talk. */
export function InterviewPage({ id, person }: { id: string; person: Person }) {
  const [conversation, captions] = useConversation(id);
  const { session, connection } = conversation;
  const book = useBook(session?.projectId ?? null);
  usePageTitle(titleOf(session, book));

  if (connection === 'gone' && session === null)
    return <NotFound>There is no such conversation here for you.</NotFound>;
  if (session === null) {
    const problem = connection === 'lost' ? unreachable() : null;
    return <Waiting for="the conversation" problem={problem} retry={reload} />;
  }
  return (
    <Interview
      conversation={conversation}
      session={session}
      captions={captions}
      book={book}
      client={session.person === person.name ? 'You' : session.person}
    />
  );
}

interface Props {
  conversation: Conversation;
  session: Session;
  captions: Captions;
  book: Book;
  /** How the client is named here. */
  client: string;
}

function Interview({ conversation, session, captions, book, client }: Props) {
  const wide = useMedia(WIDE);
  const [tab, setTab] = useState<'talk' | 'side'>('talk');
  const commands = useCommands(session);
  const project = book.project.value;
  const mayWrite = project !== null && project.role !== 'reviewer';
  const mayTalk = useMayTalk(session, project);
  // The panels stay where they are in the page when a screen is turned: what is being typed must not lose its box.
  const panel = (id: typeof tab) => ({
    id: panelId(id),
    ...(wide ? {} : { role: 'tabpanel', 'aria-labelledby': tabId(id), hidden: id !== tab }),
  });
  return (
    <div className="interview">
      <InterviewHeader
        session={session}
        title={titleOf(session, book)}
        project={project}
        connection={conversation.connection}
        commands={mayTalk ? commands : null}
      />
      {!wide && (
        <Tabs
          label="Panels"
          tabs={[
            { id: 'talk', label: 'Talk' },
            { id: 'side', label: 'Plan and notes', tally: tallyOf(session, book) },
          ]}
          chosen={tab}
          choose={setTab}
        />
      )}
      <section className="talk" aria-label="Talk" {...panel('talk')}>
        <Talk
          conversation={conversation}
          session={session}
          captions={captions}
          commands={commands}
          mayTalk={mayTalk}
          client={client}
        />
      </section>
      <section className="side" aria-label="Plan and notes" {...panel('side')}>
        <Side session={session} book={book} canWrite={mayWrite} />
      </section>
      {session.projectId !== null && (
        <BookNotices projectId={session.projectId} book={book} canWrite={mayWrite} />
      )}
    </div>
  );
}

/**
 * Whoever sees a conversation without a project may talk in it; after that the project's authors may. Null until that is
 * known; while the project it has just been given is fetched, nobody loses the place to write.
 */
function useMayTalk({ projectId }: Session, project: Project | null): boolean | null {
  const [known, setKnown] = useState<boolean | null>(null);
  const now = projectId === null ? true : project === null ? known : project.role !== 'reviewer';
  if (now !== known) setKnown(now);
  return now;
}

function titleOf(session: Session | null, { project }: Book): string {
  if (session === null) return 'Conversation';
  return session.projectId === null ? 'A new conversation' : (project.value?.title ?? '…');
}

/** What is still missing, as far as the conversation has come. */
function tallyOf({ mode }: Session, { blueprint, todos }: Book): number {
  if (mode === 'intake') return blueprint.value?.gaps.length ?? 0;
  return todos.value?.filter(({ status }) => status === 'open').length ?? 0;
}

const reload = () => Promise.resolve(location.reload());
