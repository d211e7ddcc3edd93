/** Checksums and shapes of numbers that name a person. All take digits only. */

/** Bank cards: Luhn. */
export function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19 || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** СНИЛС: 11 digits, the last two check the first nine. */
export function isSnils(digits: string): boolean {
  if (digits.length !== 11) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(digits[i]) * (9 - i);
  const check = sum % 101;
  return (check === 100 ? 0 : check) === Number(digits.slice(9));
}

const innWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** ИНН of a person: 12 digits, the last two are checks. (Ten digits belong to an organisation: public.) */
export function isPersonalInn(digits: string): boolean {
  if (digits.length !== 12) return false;
  const check = (weights: readonly number[]): number =>
    (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11) % 10;
  return check(innWeights.slice(1)) === Number(digits[10]) && check(innWeights) === Number(digits[11]);
}

/** ОГРН of an organisation (13 digits) or of a sole trader (15): public. The last digit checks the others. */
export function isOrganisationNumber(digits: string): boolean {
  if (digits.length !== 13 && digits.length !== 15) return false;
  const remainder = Number(BigInt(digits.slice(0, -1)) % BigInt(digits.length - 2));
  return remainder % 10 === Number(digits.at(-1));
}
