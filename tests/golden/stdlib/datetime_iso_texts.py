from datetime import *
for s in ['2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', '2024W09', '2024-02-29T01', '2024-02-29T01:02', '2024-02-29 01:02:03', '2024-02-29T010203', '2024-02-29T01:02:03.5', '2024-02-29T01:02:03.123456789', '2024-02-29T01:02:03,5+05:30', '20240229T010203Z', '2024-02-29x01:02-0330', '2024W094T0102', '2024-02-29T24:00', '2024-02-29T01:0203','2024-02-2', '2024-02-29T', '2024-02-29T01:02:03+05:30:10.5', '2024-W09T01']:
    try: print(s, repr(datetime.fromisoformat(s)))
    except ValueError as e: print(e)
for s in ['01:02','0102','T01:02:03.5Z','01','1:2','01:02:03+01:00','25:00', '']:
    try: print(s, repr(time.fromisoformat(s)))
    except ValueError as e: print(e)

# Without signs between them, the digits of a week, its day and the time are told apart by how many there are.
for text in (
    "2022W52520", "2022W525T20", "2022W52T20", "2022W5251020", "2022W52510", "2022W5211", "2022W521", "2022W52",
    "2022W521111", "2022W52T1111", "2022W525T111213", "2022W52 5", "2022W5252",
):
    try:
        print(text, datetime.fromisoformat(text))
    except ValueError as error:
        print(text, error)
