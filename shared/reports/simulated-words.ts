/** Said on every sheet made from invented figures, so that none is ever taken for a published result. */
export const SIMULATED_WORDS = 'SỐ LIỆU MÔ PHỎNG';
