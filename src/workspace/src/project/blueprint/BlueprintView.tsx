import { exactly } from '../../app/phrases';
import { Waiting } from '../../app/Waiting';
import type { Blueprint, BlueprintField } from '../../http/contract';
import { useAnswer } from '../../http/useAnswer';
import './BlueprintView.css';

const ORIGINS: Record<NonNullable<BlueprintField['origin']>, string> = {
  default: 'assumed',
  recording: 'from the recording',
  client: 'from the client',
};

/** What the book should be, field by field, and where each answer comes from. */
export function BlueprintView({ projectId, stale }: { projectId: string; stale: number }) {
  const { value, problem, reload } = useAnswer<Blueprint>(
    `/api/projects/${projectId}/blueprint`,
    stale,
  );
  if (value === null) return <Waiting for="the blueprint" problem={problem} retry={reload} />;
  const filled = value.fields.filter((field) => field.value !== '');
  const empty = value.fields.filter(
    (field) => field.value === '' && !value.gaps.includes(field.name),
  );
  const gaps = value.gaps.map((gap) => value.fields.find(({ name }) => name === gap)?.label ?? gap);
  return (
    <section className="blueprint" aria-labelledby="blueprint-heading">
      <h2 id="blueprint-heading">Blueprint</h2>
      <p className="blueprint-standing">
        {value.committedAt === null
          ? 'Not committed yet.'
          : `Committed on ${exactly(value.committedAt)}.`}
      </p>
      {gaps.length > 0 && (
        <div className="gaps">
          <h3>Still missing</h3>
          <ul>
            {gaps.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className="fields">
        {filled.map((field) => (
          <Field key={field.name} field={field} />
        ))}
      </dl>
      {empty.length > 0 && (
        <p className="unanswered">Not asked yet: {empty.map(({ label }) => label).join(', ')}.</p>
      )}
    </section>
  );
}

function Field({ field }: { field: BlueprintField }) {
  return (
    <div className="blueprint-field">
      <dt>{field.label}</dt>
      <dd>
        <p className="blueprint-value">{field.value}</p>
        {field.origin !== null && (
          <span className="origin" data-origin={field.origin}>
            {ORIGINS[field.origin]}
          </span>
        )}
      </dd>
    </div>
  );
}
