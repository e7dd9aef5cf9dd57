import { useEffect } from 'react';
import { usePageTitle } from '../app/usePageTitle';
import { Waiting } from '../app/Waiting';
import type { Kind, Project } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { isWaitingOrAtWork } from '../status/badge';
import { AddRecording } from './AddRecording';
import { ProjectEntry } from './ProjectEntry';
import './ProjectsPage.css';

const LOOK_AGAIN_MS = 4_000;

export function ProjectsPage({ mayBegin }: { mayBegin: boolean }) {
  usePageTitle('Projects');
  const { value: projects, problem, reload } = useAnswer<Project[]>('/api/projects');
  const kinds = useAnswer<Kind[]>('/api/kinds');
  useLookingAgain(projects, reload);

  if (projects === null) return <Waiting for="your projects" problem={problem} retry={reload} />;
  return (
    <div className="page projects">
      <div className="projects-list">
        <h1>Projects</h1>
        {projects.length === 0 ? (
          <NothingYet />
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

function NothingYet() {
  return (
    <div className="nothing-yet">
      <p>Nothing here yet.</p>
      <p>
        A book begins with a conversation. Add a recorded one, and a first draft is written from
        what was said in it, every paragraph pointing to the words it came from.
      </p>
    </div>
  );
}

// The list has no feed of its own: it is looked at again while a draft is under way, and when the page is returned to.
function useLookingAgain(projects: Project[] | null, reload: () => Promise<unknown>) {
  const busy = projects?.some(({ latestJob }) => isWaitingOrAtWork(latestJob?.status)) ?? false;
  useEffect(() => {
    const look = () => void reload();
    const clock = busy ? setInterval(look, LOOK_AGAIN_MS) : undefined;
    addEventListener('focus', look);
    return () => {
      clearInterval(clock);
      removeEventListener('focus', look);
    };
  }, [busy, reload]);
}
