import { Waiting } from '../../app/Waiting';
import type { Blueprint, BlueprintField } from '../../http/contract';
import type { Answer } from '../../http/useAnswer';
import { useFresh } from './useFresh';

/** The blueprint as it fills: what is needed before anything is written, and what is still missing of it. */
export function PlanPart({ blueprint }: { blueprint: Answer<Blueprint> }) {
  const { value, problem, reload } = blueprint;
  const fresh = useFresh(value === null ? null : answered(value.fields).map(({ name }) => name));
  if (value === null) return <Waiting for="the plan" problem={problem} retry={reload} />;
  const needed = value.fields.filter(({ required }) => required);
  const beyond = answered(value.fields).filter(({ required }) => !required);
  const left = needed.length - answered(needed).length;
  return (
    <>
      <p className="side-remark" role="status" aria-label="Plan">
        {left === 0
          ? 'All that is needed has been answered.'
          : `${answered(needed).length} of ${needed.length} answered, ${left} still missing.`}
      </p>
      <dl className="plan">
        {[...needed, ...beyond].map((field) => (
          <Field key={field.name} field={field} fresh={fresh.has(field.name)} />
        ))}
      </dl>
    </>
  );
}

function Field({ field, fresh }: { field: BlueprintField; fresh: boolean }) {
  const { label, value } = field;
  return (
    <div className="plan-field" data-answered={value !== ''} data-fresh={fresh || undefined}>
      <dt>{label}</dt>
      <dd>{value === '' ? 'still missing' : value}</dd>
    </div>
  );
}

const answered = (fields: BlueprintField[]) => fields.filter(({ value }) => value !== '');
