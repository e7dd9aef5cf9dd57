import { Waiting } from '../../app/Waiting';
import type { Todo } from '../../http/contract';
import type { Answer } from '../../http/useAnswer';
import { TodoTools } from '../../project/questions/TodoTools';
import { useFresh } from './useFresh';

interface Props {
  projectId: string;
  todos: Answer<Todo[]>;
  canWrite: boolean;
}

/** What is still to be asked. */
export function QuestionsPart({ projectId, todos, canWrite }: Props) {
  const { value, problem, reload } = todos;
  const fresh = useFresh(value === null ? null : value.map(({ id }) => id));
  if (value === null) return <Waiting for="the open questions" problem={problem} retry={reload} />;
  const open = value.filter(({ status }) => status === 'open');
  if (open.length === 0) return <p className="side-remark">Nothing is open.</p>;
  return (
    <ul className="side-list">
      {open.map((todo) => (
        <li key={todo.id} data-fresh={fresh.has(todo.id) || undefined}>
          <p className="side-words">{todo.text}</p>
          {canWrite && <TodoTools projectId={projectId} todo={todo} />}
        </li>
      ))}
    </ul>
  );
}
