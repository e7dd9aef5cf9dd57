import { useState } from 'react';
import type { Todo } from '../../http/contract';
import { asProblem } from '../../http/problem';
import { ask } from '../../http/server';
import './TodoTools.css';

/** Settles a question or opens it again; the feed tells when that is done. */
export function TodoTools({ projectId, todo }: { projectId: string; todo: Todo }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const set = async (status: Todo['status']) => {
    if (asking) return;
    setAsking(true);
    setProblem(null);
    try {
      const path = `/api/projects/${projectId}/todos/${todo.id}`;
      await ask<Todo>(path, { method: 'POST', body: { status } });
    } catch (thrown) {
      setProblem(asProblem(thrown).message);
    } finally {
      setAsking(false);
    }
  };
  const button = (label: string, status: Todo['status']) => (
    <button
      type="button"
      className="plain"
      aria-label={`${label}: ${todo.text}`}
      aria-disabled={asking}
      onClick={() => void set(status)}
    >
      {label}
    </button>
  );

  return (
    <div className="todo-tools">
      {todo.status === 'open' ? (
        <>
          {button('Done', 'done')}
          {button('Drop', 'dropped')}
        </>
      ) : (
        button('Open again', 'open')
      )}
      <div role="alert">{problem !== null && <p className="problem">{problem}</p>}</div>
    </div>
  );
}
