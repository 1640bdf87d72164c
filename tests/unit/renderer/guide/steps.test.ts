import { describe, expect, it } from 'vitest';
import { nextStep, STEPS, STEPS_IN_ORDER, withSeen } from '../../../../renderer/features/guide/steps.ts';

const command = (name: string) => ({ name: 'command.run', input: { name, input: {} } });

describe('the guide', () => {
  it('leads from the example through reading and marking to undo', () => { expect(STEPS.map(({ id }) => id)).toEqual(STEPS_IN_ORDER); });
  it('asks for the first step that is not done, and for none when all are', () => {
    expect(nextStep(['open', 'highlight'])?.id).toBe('read');
    expect(nextStep([...STEPS_IN_ORDER])).toBeNull();
  });
  it('sees a command that was carried out, whatever the order', () => { expect(withSeen(['open'], command('tag.add'))).toEqual(['open', 'tag']); });
  it('is not moved by other commands, nor by the same one again', () => {
    expect(withSeen(['open'], command('paper.status'))).toEqual(['open']);
    expect(withSeen(['open', 'tag'], command('tag.add'))).toEqual(['open', 'tag']);
  });
  it('has a step for every undo and copy that was answered', () => {
    expect(withSeen([], { name: 'history.undo', input: {} })).toEqual(['undo']);
    expect(withSeen([], { name: 'cite.copy', input: {} })).toEqual(['cite']);
  });
});
