import { Icon } from '../Icon';
import type { Drafts } from '../use-drafts';
import { goTo } from '../use-place';
import type { TourStep as Step } from './tour-steps';

interface Props {
  step: Step;
  number: number;
  done: boolean;
  /** True for the first step that is not done. */
  next: boolean;
  drafts: Drafts;
}

export function TourStep({ step, number, done, next, drafts }: Props) {
  const begin = () => {
    if (step.draft) drafts.prepare(step.place, step.draft);
    goTo(step.place);
  };
  return (
    <li className="tour-step" data-done={done || undefined} data-next={next || undefined}>
      <span className="tour-number">
        {done ? <Icon name="check" size={14} /> : number}
        {done && <span className="spoken">Done</span>}
      </span>
      <div>
        <h3>{step.title}</h3>
        <p>{step.text}</p>
        <button type="button" className={`button small ${next ? 'primary' : 'plain'}`} onClick={begin}>
          {step.action}
        </button>
      </div>
    </li>
  );
}
