/**
 * Recognising in either script: events and offices are known in simplified characters, and told in those of the text.
 *
 * A traditional character and its simplified one stand in the same place, so places found in one text hold in the other.
 */
import { simplified } from '../model/simplified.js';
import { findEvents, type EventDraft, type FoundEvents, type ProseContext } from './events/find-events.js';

/** `findEvents`, with every word as the paragraph writes it. */
export function findEventsIn(paragraph: string, context: ProseContext): FoundEvents {
  const plain = simplified(paragraph);
  const found = findEvents(plain, context);
  if (plain === paragraph) return found;
  return {
    ...found,
    events: found.events.map((event) => asWritten(event, plain, paragraph)),
    passedOver: found.passedOver.map((one) => ({ ...one, quotation: wordsAt(one.quotation, 0, plain, paragraph) })),
  };
}

function asWritten(event: EventDraft, plain: string, paragraph: string): EventDraft {
  const say = (words: string): string => wordsAt(words, event.start, plain, paragraph);
  const { place, topic, law } = event;
  return {
    ...event,
    title: say(event.title),
    offices: event.offices.map(say),
    ...(place !== undefined && { place: say(place) }),
    ...(topic !== undefined && { topic: say(topic) }),
    ...(law !== undefined && { law: say(law) }),
    figures: event.figures.map(({ label, value, unit }) => ({ label: say(label), value, unit: say(unit) })),
  };
}

/** The paragraph's own words where the plain text has these; words put together of several places stay simplified. */
function wordsAt(words: string, from: number, plain: string, paragraph: string): string {
  const at = plain.indexOf(words, from);
  return at === -1 ? words : paragraph.slice(at, at + words.length);
}
