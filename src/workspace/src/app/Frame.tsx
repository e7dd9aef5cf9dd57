import type { ReactNode } from 'react';
import type { Person } from '../http/contract';
import { ask } from '../http/server';
import { useSignedOut } from '../http/session';
import { Link } from './address';
import './Frame.css';

/** What stands around every page: skip link, masthead, main. */
export function Frame({ person, children }: { person: Person | null; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="masthead">
        <Link className="masthead-name" href="/">
          Ghostwriter
        </Link>
        {person !== null && <SignedInAs person={person} />}
      </header>
      {person !== null && <SignedOutMeanwhile />}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function SignedInAs({ person }: { person: Person }) {
  const signOut = async () => {
    await ask('/api/sign-out', { method: 'POST' }).catch(() => undefined);
    location.assign('/');
  };
  return (
    <p className="masthead-person">
      {person.operator && <Link href="/queue">Queue</Link>}
      <span>{person.name}</span>
      <button type="button" className="plain" onClick={() => void signOut()}>
        Sign out
      </button>
    </p>
  );
}

// A banner, not another page: what somebody has typed here must stay.
function SignedOutMeanwhile() {
  const out = useSignedOut();
  return (
    <div className="banner-place" aria-live="assertive">
      {out && (
        <p className="banner">
          You are signed out, so this page no longer changes by itself. Run{' '}
          <code>./ghostwriter link</code>, open the link it prints in this browser, then come back
          here and go on.
        </p>
      )}
    </div>
  );
}
