import { Icon } from '../Icon';
import type { Drafts } from '../use-drafts';
import { TourStep } from './TourStep';
import type { TourState } from './use-tour';

interface Props {
  tour: TourState;
  drafts: Drafts;
}

export function Tour({ tour, drafts }: Props) {
  const next = tour.steps.findIndex((_, index) => !tour.done.includes(index));
  return (
    <section className="tour" aria-labelledby="tour-title">
      <header>
        <h2 id="tour-title">Try this</h2>
        <p>{next === -1 ? 'All three are done. Now look around.' : `Step ${next + 1} of ${tour.steps.length}`}</p>
        <button type="button" className="icon-button" aria-label="Close this card" onClick={tour.toggle}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <ol>
        {tour.steps.map((step, index) => (
          <TourStep
            key={step.title}
            step={step}
            number={index + 1}
            done={tour.done.includes(index)}
            next={index === next}
            drafts={drafts}
          />
        ))}
      </ol>
    </section>
  );
}
