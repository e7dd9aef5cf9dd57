import type { Problem } from '../http/problem';
import './Waiting.css';

interface Props {
  /** What is being fetched, as it reads after "Opening". */
  for: string;
  problem: Problem | null;
  retry: () => Promise<unknown>;
}

/** Stands where something is not here yet: says so after a moment, or says what went wrong. */
export function Waiting({ for: what, problem, retry }: Props) {
  if (problem === null) return <p className="waiting">Opening {what}…</p>;
  return (
    <div className="trouble" role="alert">
      <p>{problem.message}</p>
      <button type="button" onClick={() => void retry()}>
        Try again
      </button>
    </div>
  );
}
