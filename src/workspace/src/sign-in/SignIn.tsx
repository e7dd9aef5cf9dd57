import { useEffect, useState } from 'react';
import { go } from '../app/address';
import { Frame } from '../app/Frame';
import { usePageTitle } from '../app/usePageTitle';
import { asProblem, type Problem } from '../http/problem';
import { ask } from '../http/server';
import { NewLink } from './NewLink';

/** Turns the one-time link into a session. */
export function SignIn() {
  usePageTitle('Sign in');
  const link = useLink();
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    if (link === '') return;
    setProblem(null);
    ask('/api/sign-in', { method: 'POST', body: { link } }).then(
      () => go('/', { replace: true }),
      (thrown: unknown) => setProblem(asProblem(thrown)),
    );
  }, [link]);

  if (link === '') return <Outcome says="This address is not a sign-in link." />;
  if (problem === null) return <Outcome says="Signing you in…" waiting />;
  const spent = problem.status === 401;
  return <Outcome says={spent ? 'This link has been used or has expired.' : problem.message} />;
}

/** The token behind the `#`; it leaves the address, and so the history, before anything else happens. */
function useLink(): string {
  const [link, setLink] = useState(takeToken);
  useEffect(() => {
    // A newer link pasted into this tab changes only what stands behind the #, and loads nothing anew.
    const pasted = () => setLink(takeToken());
    addEventListener('hashchange', pasted);
    return () => removeEventListener('hashchange', pasted);
  }, []);
  return link;
}

function takeToken(): string {
  const token = location.hash.slice(1);
  history.replaceState(null, '', '/sign-in');
  return token;
}

function Outcome({ says, waiting = false }: { says: string; waiting?: boolean }) {
  return (
    <Frame person={null}>
      <div className="page narrow">
        <h1>Sign in</h1>
        <p aria-live="polite">
          {says} {!waiting && <NewLink />}
        </p>
      </div>
    </Frame>
  );
}
