import { Link } from '../../app/address';
import { Time } from '../../app/Time';
import { Waiting } from '../../app/Waiting';
import type { Section, Todo } from '../../http/contract';
import type { Answer } from '../../http/useAnswer';
import { sectionAnchor, viewHref } from '../views';
import './QuestionsView.css';
import { TodoTools } from './TodoTools';

interface Props {
  projectId: string;
  todos: Answer<Todo[]>;
  sections: Section[];
  canWrite: boolean;
}

/** What is still to be asked, by the section it is for; what has been settled is folded below. */
export function QuestionsView({ todos, ...rest }: Props) {
  const { value, problem, reload } = todos;
  if (value === null) return <Waiting for="the open questions" problem={problem} retry={reload} />;
  const open = value.filter(({ status }) => status === 'open');
  const settled = value.filter(({ status }) => status !== 'open');
  return (
    <section className="questions" aria-labelledby="questions-heading">
      <h2 id="questions-heading">Open questions</h2>
      {open.length === 0 && (
        <p>Nothing is open. Where a draft finds too little, its questions appear here.</p>
      )}
      <List todos={open} {...rest} />
      {settled.length > 0 && (
        <details>
          <summary>Settled ({settled.length})</summary>
          <List todos={settled} {...rest} />
        </details>
      )}
    </section>
  );
}

function List({ projectId, todos, sections, canWrite }: Omit<Props, 'todos'> & { todos: Todo[] }) {
  return (
    <ul className="question-list">
      {todos.map((todo) => {
        const { id, text, status, sectionId, createdAt } = todo;
        const section = sections.find((one) => one.id === sectionId);
        return (
          <li key={id}>
            <p className="question-text">{text}</p>
            <p className="question-facts">
              {status !== 'open' && <span>{status}</span>}
              {section !== undefined && (
                <Link href={`${viewHref(projectId, 'document')}#${sectionAnchor(section.id)}`}>
                  {section.heading}
                </Link>
              )}
              <span>
                asked <Time at={createdAt} />
              </span>
            </p>
            {canWrite && <TodoTools projectId={projectId} todo={todo} />}
          </li>
        );
      })}
    </ul>
  );
}
