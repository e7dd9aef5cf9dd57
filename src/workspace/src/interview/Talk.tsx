import { useRef } from 'react';
import type { Session } from '../http/contract';
import { BeginButton } from './BeginButton';
import type { Captions } from './captions';
import { Composer } from './Composer';
import type { Conversation } from './conversation';
import { Log } from './Log';
import { Standing } from './Standing';
import './Talk.css';
import { UnsentTurn } from './UnsentTurn';
import { withWaiting, type Unsent } from './unsent';
import type { Commands } from './useCommands';
import { useOutbox } from './useOutbox';
import { useStickToEnd } from './useStickToEnd';
import { useTyping } from './useTyping';

interface Props {
  conversation: Conversation;
  session: Session;
  captions: Captions;
  commands: Commands;
  /** Null while that is not known yet. */
  mayTalk: boolean | null;
  /** How the client is named here. */
  client: string;
}

/** The talk itself, and below it the place to write. */
export function Talk({ conversation, session, captions, commands, mayTalk, client }: Props) {
  const { items, connection } = conversation;
  const box = useRef<HTMLTextAreaElement>(null);
  const typing = useTyping(session);
  const outbox = useOutbox(session.id, items, typing.keeper);
  const scroll = useStickToEnd(newestOf(conversation));
  const over = session.standing === 'stopped';

  const send = (text: string) => {
    outbox.send(text);
    scroll.toEnd();
  };
  const takeBack = ({ key, text }: Unsent) => {
    outbox.takeBack(key);
    typing.type(typing.text === '' ? text : `${text}\n\n${typing.text}`);
    box.current?.focus();
  };

  return (
    <>
      <Log conversation={conversation} captions={captions} client={client} scroll={scroll}>
        {withWaiting(outbox.unsent, session.waiting, items).map((unsent) => (
          <UnsentTurn
            key={unsent.key}
            unsent={unsent}
            client={client}
            resting={session.standing === 'paused' || session.standing === 'broken'}
            outbox={outbox}
            takeBack={takeBack}
          />
        ))}
      </Log>
      <Standing session={session} connection={connection} commands={mayTalk ? commands : null} />
      {over && <Ended session={session} mayGoOn={mayTalk === true} leftover={typing.text} />}
      {!over && mayTalk === true && <Composer typing={typing} box={box} send={send} />}
      {!over && mayTalk === false && (
        <p className="talk-foot">
          You are reading along; only those who write this book can talk here.
        </p>
      )}
    </>
  );
}

interface EndedProps {
  session: Session;
  mayGoOn: boolean;
  /** What was typed and not sent. */
  leftover: string;
}

function Ended({ session, mayGoOn, leftover }: EndedProps) {
  return (
    <div className="talk-foot">
      <p>This conversation has ended. Every word of it is kept.</p>
      {leftover.trim() !== '' && (
        <figure className="leftover">
          <figcaption>You had not sent this:</figcaption>
          <blockquote tabIndex={0}>{leftover}</blockquote>
        </figure>
      )}
      {mayGoOn && <BeginButton projectId={session.projectId}>Go on in a new one</BeginButton>}
    </div>
  );
}

function newestOf({ items }: Conversation): string {
  const last = items.at(-1);
  return last === undefined ? '' : `${last.itemId} ${last.state}`;
}
