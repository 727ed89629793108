items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if item < 3:
        items.append(item + 10)
    if len(seen) == 2:
        items.pop(0)
print(seen, items)
numbers = list(range(6))
for number in numbers:
    numbers.remove(number)
print(numbers)
walk = reversed(numbers)
numbers.insert(0, "new")
print(list(walk), [numbers.pop() for _ in numbers], numbers)
doubled = [1, 2]
print([x for x in doubled if len(doubled) < 5 and doubled.append(x * 2) is None], doubled)
try:
    for item in zip(numbers, iter(numbers.__len__, -1)):
        numbers.append(0)
        if len(numbers) > 4:
            numbers.clear()
            break
finally:
    print(numbers)
