import { useEffect } from 'react';
import { usePageTitle } from '../app/usePageTitle';
import { Waiting } from '../app/Waiting';
import type { Kind, Person, Project, Session } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { BeginButton } from '../interview/BeginButton';
import { isAlive } from '../interview/words';
import { isWaitingOrAtWork } from '../status/badge';
import { AddRecording } from './AddRecording';
import { AuditNotice } from './AuditNotice';
import { Conversations } from './Conversations';
import { ProjectEntry } from './ProjectEntry';
import './ProjectsPage.css';

const LOOK_AGAIN_MS = 4_000;

export function ProjectsPage({ me: { mayBegin, operator } }: { me: Person }) {
  usePageTitle('Projects');
  const { value: projects, problem, reload } = useAnswer<Project[]>('/api/projects');
  const kinds = useAnswer<Kind[]>('/api/kinds');
  const sessions = useAnswer<Session[]>('/api/sessions');
  useLookingAgain(projects, reload, sessions.reload);

  if (projects === null) return <Waiting for="your projects" problem={problem} retry={reload} />;
  return (
    <div className="page projects">
      <div className="projects-list">
        <div className="projects-head">
          <h1>Projects</h1>
          {mayBegin && projects.length > 0 && (
            <BeginButton projectId={null}>Begin a conversation</BeginButton>
          )}
        </div>
        {operator && <AuditNotice projects={projects} />}
        <Conversations alive={sessions.value?.filter(isAlive) ?? []} projects={projects} />
        {projects.length === 0 ? (
          <NothingYet mayBegin={mayBegin} />
        ) : (
          <List projects={projects} kinds={kinds.value ?? []} />
        )}
      </div>
      {mayBegin && <AddRecording kinds={kinds.value ?? []} />}
    </div>
  );
}

function List({ projects, kinds }: { projects: Project[]; kinds: Kind[] }) {
  const labelOf = (kind: string) => kinds.find(({ id }) => id === kind)?.label ?? kind;
  return (
    <ul className="entries">
      {projects.map((project) => (
        <li key={project.id}>
          <ProjectEntry project={project} kind={labelOf(project.kind)} />
        </li>
      ))}
    </ul>
  );
}

function NothingYet({ mayBegin }: { mayBegin: boolean }) {
  return (
    <div className="nothing-yet">
      <p>Nothing here yet.</p>
      {mayBegin && (
        <>
          <p>
            A book begins with a conversation. An interviewer asks, you tell, and a draft is written
            from what you said, every paragraph pointing to the words it came from.
          </p>
          <BeginButton projectId={null}>Begin a conversation</BeginButton>
          <p>Or add one that was recorded.</p>
        </>
      )}
    </div>
  );
}

// The lists have no feed of their own: they are looked at again while a draft is under way, and when the page is
// returned to.
function useLookingAgain(
  projects: Project[] | null,
  reload: () => Promise<unknown>,
  reloadSessions: () => Promise<unknown>,
) {
  const busy = projects?.some(({ latestJob }) => isWaitingOrAtWork(latestJob?.status)) ?? false;
  useEffect(() => {
    const look = () => {
      void reload();
      void reloadSessions();
    };
    const clock = busy ? setInterval(look, LOOK_AGAIN_MS) : undefined;
    addEventListener('focus', look);
    return () => {
      clearInterval(clock);
      removeEventListener('focus', look);
    };
  }, [busy, reload, reloadSessions]);
}
