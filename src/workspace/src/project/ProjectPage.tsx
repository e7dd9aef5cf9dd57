import { useCallback } from 'react';
import { NotFound } from '../app/NotFound';
import { usePageTitle } from '../app/usePageTitle';
import { Waiting } from '../app/Waiting';
import type { Document, Project, Todo } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { ConnectionLine } from '../live/ConnectionLine';
import type { Notice } from '../live/news';
import { Notices } from '../live/Notices';
import { useNews } from '../live/useNews';
import { BlueprintView } from './blueprint/BlueprintView';
import { DocumentView } from './document/DocumentView';
import { useDesk } from './document/useDesk';
import { HistoryView } from './history/HistoryView';
import { JobsView } from './jobs/JobsView';
import { ProjectHeader } from './ProjectHeader';
import './ProjectPage.css';
import { QuestionsView } from './questions/QuestionsView';
import { TranscriptView } from './transcript/TranscriptView';
import { UnusedView } from './unused/UnusedView';
import { useDrafting } from './useDrafting';
import { ViewLinks } from './ViewLinks';
import { labelOf, viewOf, type View } from './views';

/** One project, kept up to date by its feed. What is being typed lives here, so that it outlasts a change of view. */
export function ProjectPage({ id, query }: { id: string; query: URLSearchParams }) {
  const [news, happened] = useNews(id);
  const project = useAnswer<Project>(`/api/projects/${id}`, news.stale.project);
  const document = useAnswer<Document>(`/api/projects/${id}/document`, news.stale.document);
  const todos = useAnswer<Todo[]>(`/api/projects/${id}/todos`, news.stale.todos);
  const say = useCallback(
    (notice: Omit<Notice, 'key'>) => happened({ type: 'said', notice }),
    [happened],
  );
  const dismiss = useCallback((key: number) => happened({ type: 'dismissed', key }), [happened]);
  const drafting = useDrafting(id, say);
  const canWrite = project.value !== null && project.value.role !== 'reviewer';
  const desk = useDesk({ projectId: id, document, canWrite, stale: news.stale, say });

  const view = viewOf(query);
  usePageTitle(titleOf(project.value, view));

  if (project.value === null) {
    if (project.problem?.status === 404)
      return <NotFound>There is no such project here for you.</NotFound>;
    return <Waiting for="the project" problem={project.problem} retry={project.reload} />;
  }
  return (
    <div className="page project">
      <ProjectHeader
        project={project.value}
        stale={news.stale.project}
        canWrite={canWrite}
        drafting={drafting}
      />
      <ViewLinks
        project={project.value}
        view={view}
        openQuestions={todos.value?.filter(isOpen).length ?? 0}
        openProposals={desk.proposals.open.length}
      />
      <ConnectionLine connection={news.connection} />
      {view === 'document' && (
        <DocumentView
          project={project.value}
          document={document}
          todos={todos.value ?? []}
          desk={desk}
          selected={query.get('block')}
        />
      )}
      {view === 'history' && (
        <HistoryView projectId={id} query={query} stale={news.stale.document} desk={desk} />
      )}
      {view === 'transcript' && (
        <TranscriptView projectId={id} query={query} stale={news.stale.transcript} />
      )}
      {view === 'unused' && (
        <UnusedView
          projectId={id}
          stale={news.stale.document + news.stale.transcript}
          canWrite={canWrite}
          drafting={drafting}
        />
      )}
      {view === 'blueprint' && <BlueprintView projectId={id} stale={news.stale.blueprint} />}
      {view === 'questions' && (
        <QuestionsView
          projectId={id}
          todos={todos}
          sections={document.value?.sections ?? []}
          canWrite={canWrite}
        />
      )}
      {view === 'jobs' && (
        <JobsView projectId={id} stale={news.stale.jobs} canWrite={canWrite} drafting={drafting} />
      )}
      <Notices
        notices={news.notices}
        dismiss={dismiss}
        actions={{
          draftAgain: { label: 'Try again', run: ({ jobId }) => void drafting.again(jobId) },
          bringBack: { label: 'Bring it back', run: desk.editing.bringBack },
          undo: { label: 'Undo', run: desk.changes.undoOwn },
          redo: { label: 'Redo', run: desk.changes.redo },
        }}
      />
    </div>
  );
}

function titleOf(project: Project | null, view: View): string {
  if (project === null) return 'Project';
  return view === 'document' ? project.title : `${labelOf(view)} · ${project.title}`;
}

const isOpen = ({ status }: Todo) => status === 'open';
