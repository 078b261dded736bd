import { openQuestion } from 'fisher-rao';

export const bellShape = openQuestion({
  label: 'A-T.3',
  title: 'the information first rises, then falls',
  claim: 'tr F often first increases during training and then drops',
  reason:
    'an observation of some training runs: with two hidden layers on spirals it rises and falls, in shallow models it does not, and no theorem says how often is often',
});
