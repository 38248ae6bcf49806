/** A function of one argument that works out each answer once. What it remembers goes with it. */
export function remembered<Argument, Answer>(answer: (argument: Argument) => Answer): (argument: Argument) => Answer {
  const answers = new Map<Argument, Answer>();
  return (argument) => {
    const known = answers.get(argument);
    if (known !== undefined || answers.has(argument)) return known as Answer;
    const found = answer(argument);
    answers.set(argument, found);
    return found;
  };
}
