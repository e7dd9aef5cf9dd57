import type { Person } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { InterviewPage } from '../interview/InterviewPage';
import { ProjectPage } from '../project/ProjectPage';
import { ProjectsPage } from '../projects/ProjectsPage';
import { QueuePage } from '../queue/QueuePage';
import { SignIn } from '../sign-in/SignIn';
import { SignedOut } from '../sign-in/SignedOut';
import { useAddress, type Address } from './address';
import { Frame } from './Frame';
import { NotFound } from './NotFound';
import { Waiting } from './Waiting';

export function App() {
  const address = useAddress();
  return address.path === '/sign-in' ? <SignIn /> : <House address={address} />;
}

function House({ address }: { address: Address }) {
  const { value: person, problem, reload } = useAnswer<Person>('/api/me');
  if (person !== null) return <Frame person={person}>{pageAt(address, person)}</Frame>;
  if (problem?.status === 401) return <SignedOut />;
  return (
    <Frame person={null}>
      <Waiting for="the workspace" problem={problem} retry={reload} />
    </Frame>
  );
}

function pageAt({ path, query }: Address, person: Person) {
  if (path === '/queue') return <QueuePage person={person} status={query.get('status')} />;
  if (path === '/') return <ProjectsPage me={person} />;
  const [, place, id] = /^\/(projects|sessions)\/([^/]+)\/?$/.exec(path) ?? [];
  if (id === undefined) return <NotFound />;
  return place === 'projects' ? (
    <ProjectPage key={id} id={id} query={query} />
  ) : (
    <InterviewPage key={id} id={id} person={person} />
  );
}
