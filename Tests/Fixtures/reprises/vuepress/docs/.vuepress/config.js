export default { title: 'Le guide du lab' }
