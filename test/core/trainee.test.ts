import { isCalled } from '../../src/core/trainee';

const trainee = (firstName: string, lastName = '') => ({ firstName, lastName });

describe('the name of a known trainee', () => {
  it.each([
    ['José', 'Núñez', 'jose nunez'],
    ['Łukasz', 'Nowak', 'NOWAK Lukasz'],
    ['Νίκος', 'Παπάς', 'Νικος Παπας'],
    ['مُحَمَّد', '', 'محمد'],
    ['किरण', 'राव', 'राव किरण'],
  ])('is the same without accents and in another order: %s %s', (first, last, typed) => {
    expect(isCalled(trainee(first, last), typed)).toBe(true);
  });

  it.each([
    ['किरण', 'करण'],
    ['राम', 'रमा'],
    ['か', 'が'],
    ['Андрей', 'Андреи'],
    ['Ana', 'Anna'],
  ])('is another one with another vowel or sound: %s, %s', (one, other) => {
    expect(isCalled(trainee(one), other)).toBe(false);
  });
});
