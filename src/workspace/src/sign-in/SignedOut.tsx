import { Frame } from '../app/Frame';
import { usePageTitle } from '../app/usePageTitle';
import { NewLink } from './NewLink';

export function SignedOut() {
  usePageTitle('Sign in');
  return (
    <Frame person={null}>
      <div className="page narrow">
        <h1>Sign in</h1>
        <p>
          You are not signed in here. <NewLink />
        </p>
      </div>
    </Frame>
  );
}
